import type { StageReport } from './stageReport';

/** The deals that a conversion can be told by: those that were decided, or those that were ever in the stage if they are fewer. */
export function seenOf({ n, touched }: Pick<StageReport, 'n' | 'touched'>): number {
  return Math.min(n, touched);
}

/** Whether a conversion rests on too few deals to show: few were decided, or few ever entered the stage. */
export function isThin(stage: Pick<StageReport, 'n' | 'touched'>, minSample: number): boolean {
  return seenOf(stage) < minSample;
}
