import { ascending, median } from 'd3-array';
import { isWonEarly } from '../deal/deal';
import type { StageId } from '../process/stages';
import { stagesOfVariant, type Journey, type StageMove } from './journey';

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

/** What is added up of the ways that deals took. */
export interface ConsistencyTally extends Omit<Consistency, 'variants'> {
  /** By the variants of journeys. */
  readonly ways: ReadonlyMap<string, WayTally>;
}

interface WayTally extends Pick<Variant, 'count' | 'won' | 'lost'> {
  readonly cycles: readonly number[];
}

export function tallyConsistency(journeys: readonly Journey[]): ConsistencyTally {
  const moves: Record<StageMove, number> = { step: 0, skip: 0, back: 0 };
  const counts = {
    deals: 0,
    conforming: 0,
    notMoved: 0,
    wonEarly: 0,
    reworkDeals: 0,
    reworkDays: 0,
    totalDays: 0,
  };
  const ways = new Map<string, { count: number; won: number; lost: number; cycles: number[] }>();
  for (const journey of journeys) {
    const { deal, stays, variant, cycle } = journey;
    for (const { days } of stays) counts.totalDays += days;
    if (!journey.isPathKnown) continue;
    for (const move of journey.moves) moves[move]++;
    for (const stay of stays) if (stay.again) counts.reworkDays += stay.days;
    if (hasMoved(journey)) counts.deals++;
    else counts.notMoved++;
    if (conforms(journey)) counts.conforming++;
    if (isWonEarly(deal)) counts.wonEarly++;
    if (hasRework(journey)) counts.reworkDeals++;
    let way = ways.get(variant);
    if (!way) ways.set(variant, (way = { count: 0, won: 0, lost: 0, cycles: [] }));
    way.count++;
    if (deal.status !== 'open') way[deal.status]++;
    if (deal.status === 'won' && cycle !== undefined) way.cycles.push(cycle);
  }
  const { step: steps, skip: skips, back: backs } = moves;
  return { ...counts, moves: steps + skips + backs, steps, skips, backs, ways };
}

export function consistencyOf({ ways, ...counts }: ConsistencyTally): Consistency {
  const variants = [...ways]
    .sort(([a, x], [b, y]) => y.count - x.count || ascending(a, b))
    .map(([variant, { count, won, lost, cycles }]) => ({
      stages: stagesOfVariant(variant),
      ...{ count, won, lost },
      medianCycle: median(cycles) ?? null,
    }));
  return { ...counts, variants };
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
