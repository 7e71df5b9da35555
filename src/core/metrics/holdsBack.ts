import type { Process } from '../process/process';
import type { StageId } from '../process/stages';
import type { StageReport } from './stageReport';
import { seenOf } from './thin';

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
  /** By how many of them it can be told: of a conversion, those that were ever in the stage. */
  readonly seen: number;
}

export function holdsBackMost(stages: readonly StageReport[], process: Process): HoldsBack {
  return {
    headroom: ranked(stages, stage => [stage.headroom, stage.n, seenOf(stage)]),
    load: ranked(stages, ({ load, stays }) => [load, stays.completed + stays.open]),
    stay: ranked(stages, ({ stays }, k) => {
      const limit = Math.max(1, process.stages[k]!.stalledAfter);
      return [stays.median === null ? null : stays.median / limit, stays.completed];
    }),
  };
}

/** The largest figure first; stages with the same in the order of the process. */
function ranked(
  stages: readonly StageReport[],
  figureOf: (stage: StageReport, k: number) => [figure: number | null, n: number, seen?: number],
): RankedStage[] {
  return stages
    .flatMap((report, k) => {
      const [figure, n, seen = n] = figureOf(report, k);
      return figure === null ? [] : [{ stage: report.stage, figure, n, seen }];
    })
    .sort((a, b) => b.figure - a.figure);
}
