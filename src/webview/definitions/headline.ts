import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatRateOf } from '../format';
import type { DefinitionEntry } from './definition';

export function headlineDefinitions({
  report: { files, winRate },
  minSample,
}: FunnelSheet): DefinitionEntry[] {
  return [
    [
      'openValue',
      { term: 'Open value', text: 'The values of all open deals, added up for each currency by itself.' },
    ],
    ['openDeals', { term: 'Open deals', text: 'Deals that are neither won nor lost.' }],
    [
      'weighted',
      {
        term: 'Weighted',
        text: 'Value × probability of each open deal, added up for each currency by itself. The probability is the deal’s own, or else its stage’s.',
      },
    ],
    [
      'winRate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost), by count; open deals are left out.',
        lines: [
          `${formatCount(files.won)} ÷ (${formatCount(files.won)} + ${formatCount(files.lost)}) = ${formatRateOf(winRate.count, files.won + files.lost, minSample)}`,
          'The range is the Wilson interval: with so few cases, the true rate lies in it with 95 % certainty.',
          `“Too few” stands where fewer than ${formatCount(minSample)} deals are closed.`,
        ],
      },
    ],
    [
      'cycle',
      {
        term: 'Median cycle',
        text: 'Days from a deal’s first known day to its win. Half of the won deals took longer, half took less.',
      },
    ],
    [
      'velocity',
      {
        term: 'Velocity',
        text: 'Open deals at qualification or later × win rate × mean won value ÷ mean cycle of won deals: what a day is expected to bring, for each currency by itself.',
        lines: ['“n/a” stands where one of the four is not known yet.'],
      },
    ],
    [
      'due',
      {
        term: 'Due this quarter',
        text: 'Open deals whose close date is in this quarter or has passed already.',
      },
    ],
  ];
}
