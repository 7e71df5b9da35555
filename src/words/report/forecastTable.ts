import { together } from '../../core/metrics/periodSums';
import type { ForecastPeriod, ForecastReport } from '../../core/metrics/forecast';
import type { DealSum } from '../../core/metrics/periodSums';
import { dayBefore, quarterOf } from '../../core/metrics/periods';
import type { MoneyFormat } from '../../core/moneyFormat';
import { markdownTable } from '../../core/text/markdown';
import type { ReportWords } from '../report';
import { dealsWorth } from './dealsWorth';
import { quotaText } from './quotaText';
import type { ReportSources } from './sources';
import { sumsText } from './sumsText';

/** With the one that is running. */
const QUARTERS_TO_COME = 3;

/** The quarter before, of which is known what slipped, the one that is running and those to come. */
export function forecastTable({ report: { asOf, forecast }, words, money }: ReportSources): string[] {
  const { quarters } = forecast;
  const { headings } = words;
  const before = quarterOf(dayBefore('quarter', asOf));
  const shown = quarters
    .filter(({ period, last }) => last >= asOf || period === before)
    .slice(0, QUARTERS_TO_COME + Number(quarters.some(({ period }) => period === before)));
  const hasQuota = shown.some(({ coverage }) => coverage);
  const rows = shown.map(({ period, last, single, coverage, slipped }) => [
    period,
    ...[single.closed, single.commit, single.best_case, single.pipeline].map(sum => worth(sum, words, money)),
    ...(hasQuota ? [quotaText(coverage, last < asOf, words, money)] : []),
    slipped ? worth(slipped, words, money) : '',
  ]);
  const heading = [
    ...[headings.quarter, headings.won, headings.commit, headings.bestCase, headings.pipeline],
    ...(hasQuota ? [headings.quota] : []),
    headings.slipped,
  ];
  const notes = besideTable(forecast, shown).map(([say, sum]) => say(words, dealsWorth(sum, words, money)));
  return [
    ...markdownTable([heading, ...rows], `lrrrr${hasQuota ? 'l' : ''}r`),
    ...notes.flatMap(note => ['', note]),
  ];
}

type SayWorth = (words: ReportWords, what: string) => string;

/** The open deals that are in no row, so that rows and lines together are all of them. */
function besideTable(
  { quarters, undated }: ForecastReport,
  shown: readonly ForecastPeriod[],
): (readonly [SayWorth, DealSum])[] {
  const [first, last] = [shown[0]!.period, shown.at(-1)!.period];
  const open = (some: readonly ForecastPeriod[]) =>
    together(...some.map(({ cumulative }) => cumulative.openPipeline));
  const all: (readonly [SayWorth, DealSum])[] = [
    [
      (words, what) => words.closingBefore(first, what),
      open(quarters.filter(({ period }) => period < first)),
    ],
    [(words, what) => words.closingAfter(last, what), open(quarters.filter(({ period }) => period > last))],
    [
      (words, what) => words.withoutCloseDate(what),
      together(undated.commit, undated.best_case, undated.pipeline),
    ],
    [
      (words, what) => words.omitted(what),
      together(undated.omitted, ...quarters.map(({ single }) => single.omitted)),
    ],
  ];
  return all.filter(([, { count }]) => count);
}

function worth({ count: n, value }: DealSum, words: ReportWords, money: MoneyFormat): string {
  return n ? sumsText(value, words, money) || words.deals(n) : '';
}
