import type { StageId } from '../process/stages';

/**
 * Which stages hold back most: three separate answers, never one score, since wins, work and patience are not the same.
 * Each has the worst first, and leaves out stages of which it cannot tell.
 */
export interface HoldsBack {
  /** By what the chain would gain if the stage lost nobody. `n`: deals that the conversion rests on. */
  readonly headroom: readonly RankedStage[];
  /** By the stage's share of all days. `n`: all stays. */
  readonly load: readonly RankedStage[];
  /** By the median stay as a multiple of `stalled_after`, where a limit of 0 counts as a day. `n`: completed stays. */
  readonly stay: readonly RankedStage[];
}

export interface RankedStage {
  readonly stage: StageId;
  readonly figure: number;
  readonly n: number;
}
