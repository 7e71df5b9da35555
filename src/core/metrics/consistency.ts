import { group, median, sum } from 'd3-array';
import type { StageId } from '../process/stages';
import type { Journey, Move } from './journey';

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
  const moves = journeys.flatMap(journey => journey.moves);
  const stays = journeys.flatMap(journey => journey.stays);
  const count = (kind: Move) => moves.filter(move => move === kind).length;
  return {
    deals: journeys.length,
    conforming: journeys.filter(conforms).length,
    moves: moves.length,
    steps: count('step'),
    skips: count('skip'),
    backs: count('back'),
    reworkDeals: journeys.filter(({ stages }) => new Set(stages).size < stages.length).length,
    reworkDays: sum(stays, ({ again, days }) => (again ? days : 0)),
    totalDays: sum(stays, ({ days }) => days),
    variants: variantsOf(journeys),
  };
}

function conforms({ stages, moves }: Journey): boolean {
  return stages[0] === 'lead-generation' && moves.every(move => move === 'step');
}

function variantsOf(journeys: readonly Journey[]): Variant[] {
  return [...group(journeys, ({ stages }) => stages.join(' '))]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([, same]) => ({
      stages: same[0]!.stages,
      count: same.length,
      won: same.filter(({ deal }) => deal.status === 'won').length,
      lost: same.filter(({ deal }) => deal.status === 'lost').length,
      medianCycle: median(same, ({ deal, cycle }) => (deal.status === 'won' ? cycle : undefined)) ?? null,
    }));
}
