import { ascending, group, median, sum } from 'd3-array';
import { isWonEarly } from '../deal/deal';
import type { StageId } from '../process/stages';
import { withKnownPath, type Journey, type StageMove } from './journey';

/**
 * Whether the process is followed: how deals really went from stage to stage. All but `totalDays` is over the deals whose
 * path is known; `deals` and `notMoved` are all of those.
 */
export interface Consistency {
  /** Deals that moved, or were won. */
  readonly deals: number;
  /** Of them, those that began at the first stage, went step by step, and if they were won, were won from the last one. */
  readonly conforming: number;
  /** Deals that never changed their stage, and were not won. */
  readonly notMoved: number;
  /** Deals that were won from an earlier stage than the last. */
  readonly wonEarly: number;
  readonly moves: number;
  readonly steps: number;
  readonly skips: number;
  readonly backs: number;
  /** Deals that entered a stage twice. */
  readonly reworkDeals: number;
  /** Days of all stays after the first in a stage. */
  readonly reworkDays: number;
  /** Days of all stays, of all deals. */
  readonly totalDays: number;
  /** The most frequent first. */
  readonly variants: readonly Variant[];
}

/** One sequence of stages, and what became of the deals that went it. */
export interface Variant {
  readonly stages: readonly StageId[];
  readonly count: number;
  readonly won: number;
  readonly lost: number;
  readonly medianCycle: number | null;
}

export function consistencyOf(journeys: readonly Journey[]): Consistency {
  const known = withKnownPath(journeys);
  const moves: Record<StageMove, number> = { step: 0, skip: 0, back: 0 };
  let reworkDays = 0;
  for (const journey of known) {
    for (const move of journey.moves) moves[move]++;
    for (const stay of journey.stays) if (stay.again) reworkDays += stay.days;
  }
  const deals = known.filter(hasMoved).length;
  return {
    deals,
    conforming: known.filter(conforms).length,
    notMoved: known.length - deals,
    wonEarly: known.filter(({ deal }) => isWonEarly(deal)).length,
    moves: moves.step + moves.skip + moves.back,
    steps: moves.step,
    skips: moves.skip,
    backs: moves.back,
    reworkDeals: known.filter(hasRework).length,
    reworkDays,
    totalDays: sum(journeys, ({ stays }) => sum(stays, ({ days }) => days)),
    variants: variantsOf(known),
  };
}

/** Whether there is anything to tell of the way that a deal took: it changed its stage, or it was won. */
export function hasMoved({ moves, deal }: Journey): boolean {
  return moves.length > 0 || deal.status === 'won';
}

/** It entered a stage twice. */
export function hasRework({ stages, touched }: Journey): boolean {
  return touched.size < stages.length;
}

/** It moved, began at the first stage and went step by step; and was won from the last stage, if it was. */
export function conforms(journey: Journey): boolean {
  return hasMoved(journey) && journey.strict === journey.stages.length && !isWonEarly(journey.deal);
}

function variantsOf(journeys: readonly Journey[]): Variant[] {
  return [...group(journeys, ({ variant }) => variant)]
    .sort(([a, x], [b, y]) => y.length - x.length || ascending(a, b))
    .map(([, same]) => ({
      stages: same[0]!.stages,
      count: same.length,
      won: same.filter(({ deal }) => deal.status === 'won').length,
      lost: same.filter(({ deal }) => deal.status === 'lost').length,
      medianCycle: median(same, ({ deal, cycle }) => (deal.status === 'won' ? cycle : undefined)) ?? null,
    }));
}
