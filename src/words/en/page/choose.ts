import type { DealFilter } from '../../../core/filter/table';
import { englishFilter, type FilterSpeech } from '../filter';
import type { Say } from './say';

const PERIODS = {
  all: 'All time',
  thisQuarter: 'This quarter',
  lastQuarter: 'Last quarter',
  thisYear: 'This year',
  lastYear: 'Last year',
  last12Months: 'Last 12 months',
} as const;
const filters = englishFilter();

/** The windows in which deals began that people ask for. */
export type PeriodName = keyof typeof PERIODS;

/** Which deals the page is about, and what they are compared with. */
export function chooseWords({ count, day, number, points, signed }: Say) {
  return {
    form: 'Filters',
    created: 'Created',
    periods: PERIODS as Readonly<Record<PeriodName, string>>,
    period: (filter: DealFilter) => filters.period(filter, { day }),
    label: filters.label,
    valueLabel: filters.valueLabel,
    or: (names: readonly string[]) => names.join(' or '),
    all: 'All',
    more: '+ Filter',
    chosen: 'Chosen by',
    remove: (filter: string) => `Remove filter: ${filter}`,
    comparedWith: (filter: string) => `compared with ${filter}`,
    any: 'any',
    to: 'to',
    closings: { month: 'This month', quarter: 'This quarter' },
    withoutArchived: 'Without archived',
    asOf: 'As of',
    compareWith: 'Compare with',
    nothing: 'None',
    changeSince: 'Change since',
    spans: { week: 'Last week', month: 'Last month', quarter: 'Last quarter' },
    clear: (more: number) => `Clear Filters${more ? ` (${count(more)} more)` : ''}`,
    noneLeft: 'No deals match. Clear filters.',
    allDeals: 'All deals',
    createdIn: (name: PeriodName) =>
      name === 'all' ? PERIODS.all : `Created ${PERIODS[name].toLowerCase()}`,
    ofOwner: (name: string) => `Owner ${name}`,
    ofSource: (name: string) => `Source ${name}`,
    /** Which deals a filter leaves: `owner dana, created from 1 Jul 2026`. */
    filter: (filter: DealFilter, speech: Pick<FilterSpeech, 'stage' | 'name'>) =>
      filters.describe(filter, { ...speech, day, amount: number }) || 'all deals',
    compare: {
      title: 'How do they compare?',
      table: 'Comparison',
      clear: (names: readonly string[]) => `Clear differences: ${names.join(', ')}.`,
      noneClear: 'No clear differences: chance could explain them all.',
      figure: 'Figure',
      difference: 'Difference',
      deals: 'Deals',
      openValue: 'Open value',
      weighted: 'Weighted',
      winRate: 'Win rate',
      cycle: 'Cycle',
      conversion: ' conversion',
      isClear: ' clear',
      medianDays: ' median days',
      points: (difference: number) => points(Math.round(difference * 100) / 100),
      days: (difference: number) => signed(difference),
    },
  };
}
