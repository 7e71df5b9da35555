import type { StageReport } from '../../core/metrics/stageReport';
import type { StaysReport } from '../../core/metrics/stays';
import { isThin } from '../../core/metrics/thin';
import type { ReportWords } from '../report';

/** The median stay, and beside it the one that the open stays make of it, where there is enough to tell. */
export function stayText(stays: StaysReport, words: ReportWords, minSample: number): string {
  const { median, completed, open, kaplanMeierMedian } = stays;
  if (median === null) return words.unknown;
  if (completed < minSample) return words.tooFew(completed);
  const isOther = open > 0 && kaplanMeierMedian !== median;
  const withOpen = kaplanMeierMedian === null ? words.longer : words.days(kaplanMeierMedian);
  return words.medianStay(words.days(median), isOther ? withOpen : undefined);
}

/** How many of the decided went on, unless few are decided, or few were ever seen in the stage. */
export function conversionText(
  { conversion, n, touched }: StageReport,
  words: ReportWords,
  minSample: number,
): string {
  const isTooFew = isThin({ n, touched }, minSample);
  return words.rate(conversion, isTooFew ? Math.min(n, touched) : n, isTooFew);
}
