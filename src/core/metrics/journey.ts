import { canHaveHappened, daysBetween, type CalendarDate } from '../calendar';
import { courseOf, isBeginningKnown } from '../deal/course';
import { closeDay, firstDay, isClosedTooEarly, isMisdated, type Deal } from '../deal/deal';
import { stageIndex, type StageId } from '../process/stages';
import { remembered } from '../remember';

/** The time that a deal spent in a stage, from entering it to leaving it or to the close. */
export interface Stay {
  readonly stage: StageId;
  readonly days: number;
  /** The deal is there still; `days` counts up to the day of the report. */
  readonly open: boolean;
  /** The deal had been in this stage before. */
  readonly again: boolean;
}

export const MOVES = ['step', 'skip', 'back'] as const;
export type StageMove = (typeof MOVES)[number];

/** How a deal went from stage to stage. */
export interface Journey {
  readonly deal: Deal;
  /** The file tells where the deal began, and so which stages it was in: only then does it count as having reached some. */
  readonly isPathKnown: boolean;
  /** The stages it entered as far as its file tells, in order. */
  readonly stages: readonly StageId[];
  /** The same as a text, alike for deals that went the same way. */
  readonly variant: string;
  /** Each of them once. */
  readonly touched: ReadonlySet<StageId>;
  readonly moves: readonly StageMove[];
  readonly stays: readonly Stay[];
  /** The place of the furthest stage it was ever in, 0 to 6; 6 for a won deal. */
  readonly furthest: number;
  /** How many stages it entered step by step from the first one, 0 to 7, before it left that path or stopped. */
  readonly strict: number;
  /** Days from the first known day to the close; `undefined` while open, or where a day is not known. */
  readonly cycle: number | undefined;
  /** The file has a day that can't be: in the future, decades ago, or a close before the beginning. No time counts that hangs on one. */
  readonly isMisdated: boolean;
}

/**
 * Only those are worked out again whose files have changed.
 *
 * @param asOf the day up to which open stays count
 */
export const journeyOf: (deal: Deal, asOf: CalendarDate) => Journey = remembered(workOut);

function workOut(deal: Deal, asOf: CalendarDate): Journey {
  const { stages, touched, stays } = walk(deal, asOf);
  const first = firstDay(deal);
  const closed = closeDay(deal);
  return {
    deal,
    isPathKnown: isBeginningKnown(deal),
    stages,
    touched,
    variant: variantOf(stages),
    moves: stages.slice(1).map((to, index) => moveBetween(stages[index]!, to)),
    stays,
    furthest: deal.status === 'won' ? 6 : furthestOf(touched),
    strict: strictOf(stages),
    isMisdated: isMisdated(deal, asOf),
    cycle:
      first && closed && [first, closed].every(day => canHaveHappened(day, asOf)) && !isClosedTooEarly(deal)
        ? daysBetween(first, closed)
        : undefined,
  };
}

export function variantOf(stages: readonly StageId[]): string {
  return stages.join(' ');
}

export function stagesOfVariant(variant: string): readonly StageId[] {
  return variant.split(' ').filter(Boolean) as StageId[];
}

function furthestOf(touched: ReadonlySet<StageId>): number {
  let furthest = 0;
  for (const stage of touched) furthest = Math.max(furthest, stageIndex(stage));
  return furthest;
}

function strictOf(stages: readonly StageId[]): number {
  const left = stages.findIndex((stage, k) => stageIndex(stage) !== k);
  return left < 0 ? stages.length : left;
}

/** Goes the way of the deal and notes each stage entered and each stay. A stay with an unknown end is left out. */
function walk(deal: Deal, asOf: CalendarDate) {
  const stages: StageId[] = [];
  const touched = new Set<StageId>();
  const stays: Stay[] = [];
  let since: CalendarDate | undefined;
  let again = false;

  const thatCanBe = (on: CalendarDate | undefined) => (on && canHaveHappened(on, asOf) ? on : undefined);
  const leave = (on: CalendarDate | undefined, open = false) => {
    const days = since && on && daysBetween(since, on);
    // What began tomorrow, further east, lasts no days yet; what ended before it began has a wrong day.
    if (days !== undefined && (open || days >= 0))
      stays.push({ stage: stages.at(-1)!, days: Math.max(0, days), open, again });
    since = undefined;
  };

  for (const mark of courseOf(deal)) {
    const on = thatCanBe(mark.on);
    if (mark.kind === 'entered') {
      leave(on);
      again = touched.has(mark.stage);
      touched.add(mark.stage);
      stages.push(mark.stage);
      since = on;
    } else if (mark.kind === 'closed') leave(on);
    else if (stages.length) since ??= on;
  }
  if (deal.stageNotKnown) leave(undefined);
  else if (deal.status === 'open') leave(asOf, true);
  else leave(thatCanBe(closeDay(deal)));
  return { stages, touched, stays };
}

export function withKnownPath(journeys: readonly Journey[]): Journey[] {
  return journeys.filter(({ isPathKnown }) => isPathKnown);
}

export function moveBetween(from: StageId, to: StageId): StageMove {
  const steps = stageIndex(to) - stageIndex(from);
  return steps < 0 ? 'back' : steps === 1 ? 'step' : 'skip';
}
