import { Type } from 'typebox';
import { SPANS } from '../../../../metrics/question';
import { count, day, exact, money, oneOf, orNull, text, type Published } from '../values';
import { byCurrency, dealSum, figure, open, sums } from './figures';

const categories = exact({
  closed: dealSum,
  commit: dealSum,
  best_case: dealSum,
  pipeline: dealSum,
  omitted: dealSum,
});
export type CategoriesJson = Published<typeof categories>;

export const coverage = exact({
  quota: money,
  won: Type.Number({
    description: 'In the currency of the quota, as all here; other currencies at the team’s rates.',
  }),
  missing: Type.Number({ description: 'quota − won; 0 once it’s met.' }),
  open: Type.Number(),
  coverage: figure('open / missing; null once nothing is missing.'),
  without: Type.Array(Type.String(), {
    description: 'The currencies left out: the team has no rate for them.',
  }),
});

export type CoverageJson = Published<typeof coverage>;

const period = exact({
  period: text('2026-11 or 2026-Q4'),
  first: day(),
  last: day(),
  single: categories,
  cumulative: exact({ commit: dealSum, bestCase: dealSum, openPipeline: dealSum }),
  coverage: orNull(coverage, 'null if there is no quota: only quarters have one.'),
  slipped: orNull(
    dealSum,
    'Deals due to close in the period when it began, or when they were new, that were open at its end with a later close date, or are so now while it is running; null before it begins.',
  ),
});
export type PeriodJson = Published<typeof period>;

export const forecast = exact({
  months: Type.Array(period),
  quarters: Type.Array(period),
  undated: categories,
  needed: figure('How many times the open value should cover what’s still to be won: 1 / win rate.'),
});
export type ForecastJson = Published<typeof forecast>;

const headlineFigures = exact({
  asOf: day(),
  open,
  winRate: exact({ rate: figure(), n: count() }),
  cycle: exact({ median: figure(), n: count() }),
  velocity: byCurrency(figure()),
  due: exact(
    {
      ...{ quarter: text('2026-Q4'), count: count(), value: sums },
      ...{ inQuarter: dealSum, overdue: dealSum },
    },
    {
      description:
        'Open deals with a close date up to the end of this quarter: those due in it, and those overdue from before.',
    },
  ),
});
export type HeadlineFiguresJson = Published<typeof headlineFigures>;

export const headline = exact({
  against: oneOf(SPANS),
  now: headlineFigures,
  before: orNull(
    headlineFigures,
    'On the evening before last Monday (on a Monday, before the one a week earlier); null if there were no deals yet.',
  ),
});
export type HeadlineJson = Published<typeof headline>;
