import type { StageReport } from '../../core/metrics/stageReport';
import { changesWithOpen, type StaysReport } from '../../core/metrics/stays';
import { seenOf } from '../../core/metrics/thin';
import type { ReportWords } from '../report';

/** The median stay, and beside it the one that the open stays make of it, where there is enough to tell. */
export function stayText(stays: StaysReport, words: ReportWords, minSample: number): string {
  const { median, completed } = stays;
  if (median === null) return words.unknown;
  if (completed < minSample) return words.tooFew(completed);
  return words.medianStay(words.days(median), stayWithOpen(stays, words));
}

/** What the open stays make of a median; `undefined` where that is the same. */
export function stayWithOpen(stays: StaysReport, words: ReportWords): string | undefined {
  if (!changesWithOpen(stays)) return undefined;
  const { kaplanMeierMedian } = stays;
  return kaplanMeierMedian === null ? words.longer : words.days(kaplanMeierMedian);
}

/** How many of the decided went on, unless few are decided, or few were ever seen in the stage. */
export function conversionText(stage: StageReport, words: ReportWords, minSample: number): string {
  const seen = seenOf(stage);
  const isTooFew = seen < minSample;
  return words.rate(stage.conversion, isTooFew ? seen : stage.n, isTooFew);
}
