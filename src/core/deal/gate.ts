import { stageOf, type ExitCriterion, type Process, type Rule } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import type { Status } from '../process/outcome';
import { courseOf, namesStage, type Mark } from './course';
import { isOpen, type Deal, type HistoryEvent } from './deal';
import type { Step, Wanted } from './say';

/** What a team wants of a deal before it goes on, and the deal does not have yet. */
export interface StillOpen {
  readonly criteria: readonly ExitCriterion[];
  /** Keys of the front matter. */
  readonly fields: readonly string[];
}

const NOTHING: StillOpen = { criteria: [], fields: [] };

/**
 * What is still open before a deal may leave its stage for another one, or be won. Each stage that is left on the way
 * wants its own; going back leaves nothing open. A deal that is closed is in need of nothing.
 *
 * @param to the next stage, where none is named
 */
export function openBefore(deal: Deal, process: Process, to?: StageId | 'won'): StillOpen {
  if (!isOpen(deal)) return NOTHING;
  const from = stageIndex(deal.stage);
  const until = to === undefined ? from + 1 : to === 'won' ? STAGE_IDS.length : stageIndex(to);
  const left = STAGE_IDS.slice(from, until).map(id => stageOf(process, id));
  const criteria = new Map(left.flatMap(({ exitCriteria }) => exitCriteria).map(one => [one.id, one]));
  const required = new Set(left.flatMap(stage => stage.required));
  const [met, absent] = [new Set(deal.checks), new Set(deal.absent)];
  return {
    criteria: [...criteria.values()].filter(({ id }) => !met.has(id)),
    fields: [...required].filter(key => absent.has(key)),
  };
}

/** What a stage wanted of a deal that has left it, and the deal still does not have. */
export interface LeftOpen {
  readonly kind: 'criterion' | 'field';
  /** Of the criterion, or the key of the field. */
  readonly id: string;
  /** The criterion in words, or the key. */
  readonly text: string;
  /** Somebody knew, and went on all the same: the history says so. */
  readonly isOnRecord: boolean;
  /** By which the deal left the stage that wanted it; none where that was done by hand. */
  readonly line: HistoryEvent | undefined;
}

/**
 * What is still open of all stages that a deal has left, by a command or by hand, or that it was won past. It left those
 * from the first one on that its history knows, or from the first of all where there is no history. What is lost is in
 * need of nothing.
 */
export function leftOpen(deal: Deal, process: Process): LeftOpen[] {
  if (deal.status === 'lost' || deal.stageNotKnown) return [];
  const [met, absent] = [new Set(deal.checks), new Set(deal.absent)];
  const first = deal.history.find(namesStage);
  const began = first?.from ?? first?.stage ?? STAGE_IDS[0]!;
  const until = deal.status === 'won' ? STAGE_IDS.length : stageIndex(deal.stage);
  const open = new Map<string, LeftOpen>();
  let marks: readonly Mark[] | undefined;
  for (let k = stageIndex(began); k < until; k++) {
    const { exitCriteria, required } = process.stages[k]!;
    const wanting = [
      ...exitCriteria.filter(({ id }) => !met.has(id)).map(one => ({ kind: 'criterion' as const, ...one })),
      ...required.filter(id => absent.has(id)).map(id => ({ kind: 'field' as const, id, text: id })),
    ];
    if (!wanting.length) continue;
    const line = lineThatLeft(k, (marks ??= courseOf(deal)));
    for (const one of wanting) {
      const key = `${one.kind} ${one.id}`;
      const isOnRecord = line?.skipped?.includes(one.id) ?? line?.isMeant ?? false;
      // Where several stages want it, each time has to be on record.
      if (open.get(key)?.isOnRecord !== false) open.set(key, { ...one, isOnRecord, line });
    }
  }
  return [...open.values()];
}

/**
 * The line of the history by which a deal left a stage the last time; none where that was done by hand.
 *
 * @param marks the course of the deal
 */
export function lineThatLeft(k: number, marks: readonly Mark[]): HistoryEvent | undefined {
  let at: number | undefined;
  let last: HistoryEvent | undefined;
  for (const mark of marks) {
    const isEntry = mark.kind === 'entered';
    const to = isEntry ? stageIndex(mark.stage) : mark.line.status === 'won' ? STAGE_IDS.length : undefined;
    if (to !== undefined && at !== undefined && at <= k && k < to)
      last = isEntry && mark.told !== 'stage' ? undefined : mark.line;
    if (isEntry) at = to;
  }
  return last;
}

/** Where a deal stands: before a move, and after it. */
export interface StageAndStatus {
  readonly stage: StageId;
  /** See `Deal`. */
  readonly stageNotKnown?: true;
  readonly status: Status;
}

/** One thing that stands in the way of a move: it is warned of, or the move is blocked by it. */
export type Obstacle = { readonly rule: Exclude<Rule, 'allow'> } & (
  | { readonly kind: 'criterion'; readonly criterion: ExitCriterion }
  | { readonly kind: 'field'; readonly field: string }
  /** A stage is left out on the way, the way leads back, or the deal is won before the last stage: nothing cures that. */
  | { readonly kind: Step }
);

/** All that the team's rules have against a move: the one place where gates, skipped stages and steps back are judged. */
export function obstaclesTo(deal: Deal, to: StageAndStatus, process: Process): readonly Obstacle[] {
  const steps = stageIndex(to.stage) - stageIndex(deal.stage);
  const isWon = to.status === 'won';
  if (to.status === 'lost' || deal.stageNotKnown) return [];
  const { criteria, fields } = openBefore(deal, process, isWon ? 'won' : to.stage);
  const isEarly = isWon && stageIndex(deal.stage) < STAGE_IDS.length - 1;
  const step = isEarly ? 'winEarly' : steps < 0 ? 'back' : steps > 1 ? 'skip' : undefined;
  return [
    ...(step ? under(process[step], [{ kind: step } as const]) : []),
    ...under(
      process.unmetCriteria,
      criteria.map(criterion => ({ kind: 'criterion', criterion }) as const),
    ),
    ...under(
      process.missingFields,
      fields.map(field => ({ kind: 'field', field }) as const),
    ),
  ];
}

function under<T extends object>(rule: Rule, things: readonly T[]): (T & { rule: 'warn' | 'block' })[] {
  return rule === 'allow' ? [] : things.map(thing => ({ ...thing, rule }));
}

/** What the line of the history says of a move that was made in spite of obstacles. */
export function obstaclesOnRecord(obstacles: readonly Obstacle[]): {
  readonly skipped?: readonly string[];
  readonly override?: true;
} {
  const skipped = obstacles.flatMap(one =>
    one.kind === 'criterion' ? one.criterion.id : one.kind === 'field' ? one.field : [],
  );
  const isOverride = obstacles.some(one => one.rule === 'block' || isStep(one));
  return { ...(skipped.length > 0 && { skipped }), ...(isOverride && { override: true }) };
}

/** Whether it is the way itself that the team does not want: nothing that could be filled in would change that. */
export function isStep(obstacle: Obstacle): obstacle is Obstacle & { readonly kind: Step } {
  return obstacle.kind !== 'criterion' && obstacle.kind !== 'field';
}

/** What the team wants first, apart from steps. */
export function wantedOf(obstacles: readonly Obstacle[]): Wanted {
  return {
    criteria: obstacles.flatMap(one => (one.kind === 'criterion' ? one.criterion.text : [])),
    fields: obstacles.flatMap(one => (one.kind === 'field' ? one.field : [])),
  };
}
