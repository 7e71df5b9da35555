import { ascending, group, median } from 'd3-array';
import type { StageId } from '../process/stages';
import type { Journey, StageMove } from './journey';

/** Whether the process is followed: how deals really went from stage to stage. */
export interface Consistency {
  readonly deals: number;
  /** Deals that began at the first stage and went step by step. */
  readonly conforming: number;
  readonly moves: number;
  readonly steps: number;
  readonly skips: number;
  readonly backs: number;
  /** Deals that entered a stage twice. */
  readonly reworkDeals: number;
  /** Days of all stays after the first in a stage. */
  readonly reworkDays: number;
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
  const moves: Record<StageMove, number> = { step: 0, skip: 0, back: 0 };
  const days = { all: 0, again: 0 };
  let [conforming, reworkDeals] = [0, 0];
  for (const journey of journeys) {
    for (const move of journey.moves) moves[move]++;
    for (const stay of journey.stays) {
      days.all += stay.days;
      if (stay.again) days.again += stay.days;
    }
    if (conforms(journey)) conforming++;
    if (hasRework(journey)) reworkDeals++;
  }
  return {
    deals: journeys.length,
    conforming,
    moves: moves.step + moves.skip + moves.back,
    steps: moves.step,
    skips: moves.skip,
    backs: moves.back,
    reworkDeals,
    reworkDays: days.again,
    totalDays: days.all,
    variants: variantsOf(journeys),
  };
}

/** It entered a stage twice. */
export function hasRework({ stages, touched }: Journey): boolean {
  return touched.size < stages.length;
}

/** It began at the first stage and went step by step. */
export function conforms({ stages, strict }: Journey): boolean {
  return strict === stages.length;
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
