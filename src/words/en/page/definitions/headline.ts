import type { Defined, DefinitionEntry } from '../../../definition';
import type { Say } from '../say';

/** What counts of a deal that is paid by the month, the quarter or the year. */
export const CONTRACT =
  'A value that recurs counts with its contract: value × term, or one year without a term.';

export function headlineDefinitions(
  { report: { files, headline, winRate }, minSample }: Defined,
  { count, day, rateOf }: Say,
): DefinitionEntry[] {
  const before = headline.before ? [`The change is since ${day(headline.before.asOf)}.`] : [];
  return [
    [
      'openValue',
      { term: 'Open value', text: `Total value of all open deals, per currency. ${CONTRACT}`, lines: before },
    ],
    ['openDeals', { term: 'Open deals', text: 'Deals that are neither won nor lost.' }],
    [
      'weighted',
      {
        term: 'Weighted',
        text: 'Value × probability of every open deal, added up per currency. The probability is the deal’s own or, if it has none, its stage’s.',
        lines: [CONTRACT],
      },
    ],
    [
      'winRate',
      {
        term: 'Win rate',
        text: 'Won ÷ (won + lost), by number of deals. Open deals don’t count.',
        lines: [
          `${count(files.won)} ÷ (${count(files.won)} + ${count(files.lost)}) = ${rateOf(winRate.count, files.won + files.lost, minSample)}`,
          'The range is the Wilson interval: the true rate is in it with 95% confidence.',
          `Shows “too few” with fewer than ${count(minSample)} closed deals.`,
        ],
      },
    ],
    [
      'cycle',
      {
        term: 'Median cycle',
        text: 'Median days from a deal’s first known day to its win. Half of the won deals took longer, half took less.',
      },
    ],
    [
      'velocity',
      {
        term: 'Velocity',
        text: 'Open deals from qualification on × win rate × mean won value ÷ mean cycle of won deals. It’s the value to expect per day, per currency.',
        lines: ['Shows “n/a” while one of the four is unknown.'],
      },
    ],
    [
      'due',
      {
        term: 'Closing this quarter',
        text: 'Open deals whose close date is in this quarter.',
      },
    ],
    [
      'overdue',
      { term: 'Overdue from before', text: 'Open deals whose close date was before this quarter.' },
    ],
  ];
}
