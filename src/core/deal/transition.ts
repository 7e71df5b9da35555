import { canHaveHappened, type CalendarDate } from '../calendar';
import { stageOf, type Process } from '../process/process';
import { waitsFor } from '../process/processFile';
import { writeStage } from '../process/stageForm';
import { neighbour, STAGE_IDS, type StageId } from '../process/stages';
import { error, type Problem } from '../problem';
import { applyEdits } from '../textEdit';
import { changeDeal, openDeal, type Changed, type DealChange, type Opened } from './changeDeal';
import { type Deal, lastDay, lastOutcome } from './deal';
import { bothChanges, type FrontMatterChange, type MapItem } from '../frontMatter/edit/change';
import { editFrontMatter } from '../frontMatter/edit/editFrontMatter';
import { isStep, obstaclesOnRecord, obstaclesTo, wantedOf, type Obstacle, type StageAndStatus } from './gate';
import type { Data } from '../frontMatter/parse';
import { refuse, type Refusal } from '../refusal';
import type { Says } from '../says';
import { secondKeys } from './near/secondKeys';
import { say, type DayKnown, type How } from './say';
import { asHistoryWrites, leftIn } from './stageWords';

/** What a person wants to happen to a deal. */
export type Wish =
  | { readonly kind: 'advance' }
  | { readonly kind: 'back' }
  | { readonly kind: 'set'; readonly stage: StageId }
  | { readonly kind: 'win' }
  | {
      readonly kind: 'stop';
      readonly reason: string;
      readonly note?: string | undefined;
      /** Another system has lost the deal, and doesn't say why: the reason is left out. */
      readonly isReasonUnknown?: boolean;
    }
  /** `stage` is the one to reopen in, given only if the stage in which the deal was closed isn't known. */
  | { readonly kind: 'reopen'; readonly stage?: StageId | undefined };

/**
 * The day of a move. Today gives way to what is known of the deal already, since a colleague further east may have written
 * it; a day that a person has chosen stands, and is refused where it is earlier.
 */
export interface MoveDay {
  readonly today: CalendarDate;
  readonly chosen?: CalendarDate | undefined;
}

/** What a person says to what stands in the way of a move. */
export interface Answer {
  /** Fills in what is open: a part of the move, so that both are made, or neither. */
  readonly fill?: ((opened: Opened, text: string, process: Process) => DealChange) | undefined;
  /** To go on in spite of warnings; or of the rules that block, too. */
  readonly despite?: 'warnings' | 'rules' | undefined;
}

export interface Moved extends Changed {
  readonly from: StageAndStatus;
  readonly to: StageAndStatus;
}

/** A move that is not made as long as nobody answers to what stands in its way. */
export interface Held extends Refusal {
  readonly deal: Deal;
  readonly to: StageAndStatus;
  readonly obstacles: readonly Obstacle[];
}

export type Transition = Moved | Held | Refusal;

/**
 * Moves a deal: the one function behind every way to do so. Takes the file's text as it is now and gives the edits
 * that make the move with what they mean, or the reason why it cannot be; or what stands in its way, and may be answered.
 *
 */
export function moveDeal(
  path: string,
  text: string,
  wish: Wish,
  process: Process,
  when: MoveDay,
  { fill, despite }: Answer = {},
): Transition {
  const { unknownRules } = process;
  if (unknownRules && despite !== 'rules')
    return { ok: false, problem: error('not-allowed', waitsFor(unknownRules)) };
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { deal, data } = opened;
  const filling = fill?.(opened, text, process) ?? {};
  const filled = fill ? asFilled(path, text, process, filling) : opened;
  if (!filled.ok) return filled;
  // What is filled in moves no deal by itself.
  const judged = judgeMove({ ...filled.deal, stage: deal.stage, status: deal.status }, wish, process);
  if (!judged.ok) return judged;
  const dated = dayOf(deal, when);
  if (!dated.ok) return dated;
  const { obstacles, to } = judged;
  const isHeld = obstacles.some(({ rule }) => despite !== 'rules' && (rule === 'block' || !despite));
  if (isHeld) return { ok: false, problem: whyHeld(deal, to, obstacles, process), deal, to, obstacles };
  const { day, warnings } = dated;
  const move = changeFor(data, deal, to, wish, process, day, obstaclesOnRecord(obstacles));
  const change = bothChanges(filling.frontMatter ?? {}, move);
  const second = secondKeys(text, change, process);
  if (!second.ok) return second;
  const edited = editFrontMatter(text, change, process.fields);
  if (!edited.ok) return edited;
  const edits = [...edited.edits, ...(filling.body ?? [])];
  return {
    ok: true,
    title: deal.title,
    from: {
      ...{ stage: deal.stage, status: deal.status },
      ...(deal.stageNotKnown && { stageNotKnown: true as const }),
    },
    to,
    warnings: [...said(deal, to, obstacles, process, 'done'), ...warnings, ...second.warnings],
    edited: { ok: true, edits, text: applyEdits(text, edits) },
  };
}

/** Where a move would lead and what stands in its way, or why it cannot be: what `moveDeal` goes by. */
export function judgeMove(
  deal: Deal,
  wish: Wish,
  process: Process,
): { readonly ok: true; readonly to: StageAndStatus; readonly obstacles: readonly Obstacle[] } | Refusal {
  const aim = aimOf(deal, wish, process);
  return aim.ok ? { ...aim, obstacles: obstaclesTo(deal, aim.to, process) } : aim;
}

/** The deal as it is when all that a person fills in is there. */
function asFilled(path: string, text: string, process: Process, filling: DealChange): Opened | Refusal {
  const changed = changeDeal(path, text, process, () => filling);
  return changed.ok ? openDeal(path, changed.edited.text, process) : changed;
}

/** Why a move is not made, or is not made yet. */
function whyHeld(deal: Deal, to: StageAndStatus, obstacles: readonly Obstacle[], process: Process): Problem {
  const blocked = obstacles.filter(({ rule }) => rule === 'block');
  // What could be filled in is of no use where the way itself is not allowed.
  const blocking = blocked.some(isStep) ? blocked.filter(isStep) : blocked;
  const [code, all] = blocking.length
    ? (['not-allowed', said(deal, to, blocking, process, 'blocked')] as const)
    : (['needs-answer', said(deal, to, obstacles, process, 'asked')] as const);
  return error(code, all.length === 1 ? all[0]! : say('several', { all }));
}

/** Obstacles worded for a move that was made, that is not allowed, or that waits for an answer. */
function said(
  { title, stage }: Deal,
  to: StageAndStatus,
  obstacles: readonly Obstacle[],
  process: Process,
  how: How,
): Says[] {
  const [from, there] = [labelOf(process, stage), labelOf(process, to.stage)];
  const steps = obstacles.filter(isStep);
  const wanted = wantedOf(obstacles);
  const goal = to.status === 'won' ? undefined : there;
  const isWanting = wanted.criteria.length > 0 || wanted.fields.length > 0;
  return [
    ...steps.map(({ kind: step }) => {
      const to = step === 'winEarly' ? labelOf(process, STAGE_IDS.at(-1)!) : there;
      const next = step === 'back' ? undefined : neighbour(stage, 1);
      return say('step', { title, step, from, to, how, ...(next && { next: labelOf(process, next) }) });
    }),
    ...(isWanting ? [say('wants', { title, to: goal, wanted, how })] : []),
  ];
}

function dayOf(
  deal: Deal,
  { today, chosen }: MoveDay,
): { readonly ok: true; readonly day: CalendarDate; readonly warnings: readonly Says[] } | Refusal {
  const { title } = deal;
  const known = latestKnown(deal, today);
  const day = chosen ?? today;
  if (known === undefined || known.day <= day) return { ok: true, day, warnings: [] };
  const { day: last, by } = known;
  if (chosen !== undefined) return refuse(say('datedBefore', { title, last, by, day }));
  return { ok: true, day: last, warnings: [say('datedLike', { title, last, by })] };
}

/** The latest day that the file tells of the deal. A day that can't be is none to follow. */
function latestKnown(
  { created, closedOn, history, status }: Deal,
  today: CalendarDate,
): { readonly day: CalendarDate; readonly by: DayKnown } | undefined {
  const days = [
    { by: 'history', day: lastDay(history, today) },
    { by: 'created', day: created },
    { by: 'closed', day: status === 'open' ? undefined : closedOn },
  ] as const;
  let latest: { readonly day: CalendarDate; readonly by: DayKnown } | undefined;
  for (const { by, day } of days)
    if (day && canHaveHappened(day, today) && (!latest || day > latest.day)) latest = { by, day };
  return latest;
}

type Aim = { readonly ok: true; readonly to: StageAndStatus } | Refusal;

function aimOf(deal: Deal, wish: Wish, process: Process): Aim {
  const { stage, status, title } = deal;
  if (wish.kind === 'reopen') return reopened(deal, wish.stage, process);
  if (status !== 'open') return refuse(say('alreadyClosed', { title, status }));
  switch (wish.kind) {
    case 'win':
      return reach({ stage, status: 'won' });
    case 'stop':
      return wish.reason.trim() || wish.isReasonUnknown
        ? reach({ stage, status: 'lost' })
        : refuse(say('lossWithoutReason'));
    case 'set':
      return moveTo(stage, wish.stage, title, process);
    case 'advance': {
      const next = neighbour(stage, 1);
      return next ? moveTo(stage, next, title, process) : refuse(say('lastStage', { title }));
    }
    case 'back': {
      const previous = neighbour(stage, -1);
      return previous ? moveTo(stage, previous, title, process) : refuse(say('firstStage', { title }));
    }
  }
}

function reopened(deal: Deal, wanted: StageId | undefined, process: Process): Aim {
  const { title, stage, status, stageNotKnown } = deal;
  if (status === 'open') return refuse(say('alreadyOpen', { title }));
  if (stageNotKnown)
    return wanted ? reach({ stage: wanted, status: 'open' }) : refuse(say('reopenWhere', { title }));
  if (wanted && wanted !== stage)
    return refuse(say('reopenThenMove', { title, stage: labelOf(process, stage) }));
  return reach({ stage, status: 'open' });
}

function moveTo(from: StageId, to: StageId, title: string, process: Process): Aim {
  return from === to
    ? refuse(say('alreadyInStage', { title, stage: labelOf(process, to) }))
    : reach({ stage: to, status: 'open' });
}

function labelOf(process: Process, stage: StageId): string {
  return stageOf(process, stage).label;
}

function reach(to: StageAndStatus): Aim {
  return { ok: true, to };
}

/** How a deal ended, where its history does not say it: with the reopening the file would forget it. */
export function untoldOutcome(deal: Deal, reopened: CalendarDate, closedIn: MapItem): MapItem[] {
  const { status, closedOn: on, lostReason, history } = deal;
  const isTold = lastOutcome(history)?.status === status;
  if (isTold || !on || on > reopened || (history.at(-1)?.on ?? on) > on) return [];
  return [{ on, status, ...(lostReason !== undefined && { reason: lostReason }), ...closedIn }];
}

function changeFor(
  data: Data,
  deal: Deal,
  to: StageAndStatus,
  wish: Wish,
  process: Process,
  on: CalendarDate,
  record: ReturnType<typeof obstaclesOnRecord>,
): FrontMatterChange {
  const closedIn = leftIn(deal, data, process, 'outcome');
  const append = (...items: readonly MapItem[]) =>
    process.writesHistory ? { history: items.map(item => ({ ...item, ...record })) } : {};
  switch (wish.kind) {
    case 'win':
      return { set: { status: 'won', closed_on: on }, append: append({ on, status: 'won', ...closedIn }) };
    case 'stop': {
      const reason = wish.reason.trim();
      const note = wish.note?.trim();
      return {
        set: {
          status: 'lost',
          ...(reason && { lost_reason: reason }),
          ...(note && { lost_note: note }),
          closed_on: on,
        },
        append: append({ on, status: 'lost', ...(reason && { reason }), ...closedIn }),
      };
    }
    case 'reopen': {
      const entered = deal.stageNotKnown && asHistoryWrites(to.stage, deal, data, process);
      const items = [...untoldOutcome(deal, on, closedIn), { on, status: 'open' }];
      return {
        set: { status: 'open', ...(entered && { stage: to.stage }) },
        clear: ['lost_reason', 'lost_note', 'closed_on'],
        append: append(...items, ...(entered ? [{ on, stage: entered }] : [])),
      };
    }
    default: {
      const stage = writeStage(process, to.stage, String(data['stage']), deal.stage);
      const entered = asHistoryWrites(to.stage, deal, data, process);
      return {
        set: { stage },
        append: append({ on, stage: entered, ...leftIn(deal, data, process, 'stage') }),
      };
    }
  }
}
