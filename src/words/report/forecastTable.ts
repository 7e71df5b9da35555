import { together } from '../../core/metrics/periodSums';
import type { DealSum } from '../../core/metrics/periodSums';
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
  const { quarters, undated } = forecast;
  const { headings } = words;
  const running = Math.max(
    quarters.findIndex(({ last }) => last >= asOf),
    0,
  );
  const shown = quarters.slice(Math.max(running - 1, 0), running + QUARTERS_TO_COME);
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
  const open = together(undated.commit, undated.best_case, undated.pipeline);
  return [
    ...markdownTable([heading, ...rows], `lrrrr${hasQuota ? 'l' : ''}r`),
    ...(open.count ? ['', words.withoutCloseDate(dealsWorth(open, words, money))] : []),
  ];
}

function worth({ count: n, value }: DealSum, words: ReportWords, money: MoneyFormat): string {
  return n ? sumsText(value, words, money) || words.deals(n) : '';
}
