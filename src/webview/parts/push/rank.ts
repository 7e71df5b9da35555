import type { RankedStage } from '../../../core/metrics/holdsBack';
import { STAGE_IDS, type StageId } from '../../../core/process/stages';

/** A stage in a list of those that hold back most. */
export interface Rank {
  readonly stage: StageId;
  /** Cases that the figure rests on; `null` where it is not known at all. */
  readonly n: number | null;
  /** `null` where it is not known, or rests on too few cases to be told. */
  readonly figure: number | null;
  /** Of those that can be told, none is worse. */
  readonly isWorst: boolean;
}

/**
 * All seven stages: first those of which the figure can be told, the worst first; then those with too few cases; then
 * those of which nothing is known. Too few cases are no place in an order.
 */
export function rankStages(ranked: readonly RankedStage[], minSample: number): Rank[] {
  const known = ranked.filter(({ n }) => n > 0);
  const enough = known.filter(({ seen }) => seen >= minSample);
  const worst = enough[0]?.figure ?? 0;
  const isUnknown = (id: StageId) => !known.some(({ stage }) => stage === id);
  return [
    ...enough.map(one => ({ ...one, isWorst: worst > 0 && one.figure === worst })),
    ...known.filter(({ seen }) => seen < minSample).map(one => ({ ...one, figure: null, isWorst: false })),
    ...STAGE_IDS.filter(isUnknown).map(stage => ({ stage, n: null, figure: null, isWorst: false })),
  ];
}
