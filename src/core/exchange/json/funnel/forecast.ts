import type { Coverage } from '../../../metrics/coverage';
import type { ForecastPeriod, ForecastReport } from '../../../metrics/forecast';
import type { Headline, HeadlineFigures } from '../../../metrics/headline';
import { pick } from '../pick';
import type {
  CategoriesJson,
  CoverageJson,
  ForecastJson,
  HeadlineFiguresJson,
  HeadlineJson,
  PeriodJson,
} from '../schema/funnel/forecast';
import { dealSumAsJson, openAsJson } from './figures';

export function forecastAsJson({ months, quarters, undated, needed }: ForecastReport): ForecastJson {
  return {
    months: months.map(periodAsJson),
    quarters: quarters.map(periodAsJson),
    undated: categoriesAsJson(undated),
    needed,
  };
}

function periodAsJson(report: ForecastPeriod): PeriodJson {
  const { single, cumulative, coverage, slipped } = report;
  return {
    ...pick(report, 'period', 'first', 'last'),
    single: categoriesAsJson(single),
    cumulative: {
      commit: dealSumAsJson(cumulative.commit),
      bestCase: dealSumAsJson(cumulative.bestCase),
      openPipeline: dealSumAsJson(cumulative.openPipeline),
    },
    coverage: coverage && coverageAsJson(coverage),
    slipped: slipped && dealSumAsJson(slipped),
  };
}

export function coverageAsJson(coverage: Coverage): CoverageJson {
  return {
    quota: pick(coverage.quota, 'amount', 'currency'),
    ...pick(coverage, 'won', 'missing', 'open', 'coverage', 'without'),
  };
}

function categoriesAsJson(sums: ForecastPeriod['single']): CategoriesJson {
  const { closed, commit, best_case, pipeline, omitted } = sums;
  return {
    closed: dealSumAsJson(closed),
    commit: dealSumAsJson(commit),
    best_case: dealSumAsJson(best_case),
    pipeline: dealSumAsJson(pipeline),
    omitted: dealSumAsJson(omitted),
  };
}

export function headlineAsJson({ against, now, before }: Headline): HeadlineJson {
  return { against, now: figuresAsJson(now), before: before && figuresAsJson(before) };
}

function figuresAsJson({ asOf, open, winRate, cycle, velocity, due }: HeadlineFigures): HeadlineFiguresJson {
  return {
    asOf,
    open: openAsJson(open),
    winRate: pick(winRate, 'rate', 'n'),
    cycle: pick(cycle, 'median', 'n'),
    velocity,
    due: {
      ...pick(due, 'quarter', 'count', 'value'),
      inQuarter: dealSumAsJson(due.inQuarter),
      overdue: dealSumAsJson(due.overdue),
    },
  };
}
