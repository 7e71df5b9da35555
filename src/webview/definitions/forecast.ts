import type { ForecastSum } from '../../core/metrics/figure';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatNumber, formatRate } from '../format';
import type { DefinitionEntry } from './definition';

export const forecastKey = (of: ForecastSum | 'slipped') => `forecast-${of}`;

const PASSED = 'In a period that is over: the close date has passed, and the deal is still open.';

export function forecastDefinitions({ report }: FunnelSheet): DefinitionEntry[] {
  const { forecast, winRate, files } = report;
  return [
    [forecastKey('closed'), { term: 'Closed', text: 'Won deals, by the day on which they were won.' }],
    [
      forecastKey('commit'),
      {
        term: 'Commit',
        text: 'Open deals that are as good as won, by their close date: what the deal’s forecast says, or else its stage’s, by default the last one’s.',
        lines: [PASSED],
      },
    ],
    [
      forecastKey('best_case'),
      {
        term: 'Best case',
        text: 'Open deals that may well be won, by their close date: what the deal’s forecast says, or else its stage’s, by default that of the two before the last.',
        lines: [PASSED],
      },
    ],
    [
      forecastKey('pipeline'),
      {
        term: 'Pipeline',
        text: 'Open deals that are less sure, by their close date: what the deal’s forecast says, or else its stage’s, by default that of the first four.',
        lines: [PASSED],
      },
    ],
    [
      forecastKey('omitted'),
      { term: 'Omitted', text: 'Open deals whose forecast says omitted. They are in no other sum here.' },
    ],
    [forecastKey('upToCommit'), { term: 'Up to commit', text: 'Closed + commit.' }],
    [forecastKey('upToBestCase'), { term: 'Up to best case', text: 'Closed + commit + best case.' }],
    [
      forecastKey('openPipeline'),
      {
        term: 'Open pipeline',
        text: 'Commit + best case + pipeline: all open deals that close in the period.',
      },
    ],
    [
      forecastKey('slipped'),
      {
        term: 'Slipped',
        text: 'Deals whose close date was in the period on its first day, and that were still open at its end. It is known once the period is over.',
      },
    ],
    [
      'quota',
      { term: 'Quota', text: 'What the team is to win in the quarter: quota in sales-process.yaml.' },
    ],
    [
      'coverage',
      {
        term: 'Covered',
        text: 'Open value that closes in the quarter ÷ (quota − won value in it). “Met” stands where nothing is missing.',
        lines: [
          `Needed is 1 ÷ win rate: 1 ÷ ${formatRate(winRate.count)} = ${forecast.needed === null ? 'n/a' : formatNumber(forecast.needed)}, n = ${formatCount(files.won + files.lost)}.`,
        ],
      },
    ],
  ];
}
