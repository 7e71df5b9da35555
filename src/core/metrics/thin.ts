import type { StageReport } from './stageReport';

/** Whether a conversion rests on too few deals to be told: few are decided, or few were ever seen in the stage. */
export function isThin({ n, touched }: Pick<StageReport, 'n' | 'touched'>, minSample: number): boolean {
  return Math.min(n, touched) < minSample;
}
