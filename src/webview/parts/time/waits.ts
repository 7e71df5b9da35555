import type { StageReport } from '../../../core/metrics/stageReport';
import { changesWithOpen } from '../../../core/metrics/stays';
import type { StageId } from '../../../core/process/stages';

/** Where a stay is longest, by the median. */
export interface LongestWait {
  readonly stage: StageId;
  /** In days; with the stays that are not over yet, where there are any. */
  readonly median: number;
  readonly ended: number;
  readonly open: number;
}

/** `undefined` where too few stays have ended to tell; of two with the same median, the earlier one. */
export function longestWait(stages: readonly StageReport[], minSample: number): LongestWait | undefined {
  let longest: LongestWait | undefined;
  for (const { stage, stays } of stages) {
    if (stays.completed < Math.max(1, minSample)) continue;
    const { completed: ended, open } = stays;
    const median = stays.kaplanMeierMedian ?? stays.median!;
    if (!longest || median > longest.median) longest = { stage, median, ended, open };
  }
  return longest;
}

/** What the median of the ended stays leaves out: the same with the open ones in it; `null` where half never left yet. */
export interface OpenEffect {
  readonly stage: StageId;
  readonly ended: number;
  readonly withOpen: number | null;
}

/** The stages where the open stays make a difference to the median, and enough have ended to tell. */
export function openEffects(stages: readonly StageReport[], minSample: number): OpenEffect[] {
  return stages.flatMap(({ stage, stays }) =>
    changesWithOpen(stays) && stays.completed >= minSample
      ? [{ stage, ended: stays.median!, withOpen: stays.kaplanMeierMedian }]
      : [],
  );
}
