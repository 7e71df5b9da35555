import type { StageReport } from './stageReport';

/** Whether a conversion rests on too few deals to show: few were decided, or few ever entered the stage. */
export function isThin({ n, touched }: Pick<StageReport, 'n' | 'touched'>, minSample: number): boolean {
  return Math.min(n, touched) < minSample;
}
