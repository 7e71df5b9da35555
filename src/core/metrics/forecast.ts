import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import type { Money } from '../money';
import type { Process } from '../process/process';
import type { Category } from './category';
import { closingOf } from './closing';
import { coverageOf, type Coverage } from './coverage';
import { daysOf, isQuarter } from './periods';
import { addTo, emptySums, Periods, together, type DealSum, type PeriodSums, type Sums } from './periodSums';
import { ratio } from './statistics';

/** What is expected to close, and when. */
export interface ForecastReport {
  /** Those with something in them, and the one that is running; in order, with gaps. */
  readonly months: readonly ForecastPeriod[];
  /** The same, and those with a quota. */
  readonly quarters: readonly ForecastPeriod[];
  /** Open deals without a close date, and won ones without a known day. */
  readonly undated: Readonly<Record<Category, DealSum>>;
  /** How often over the open value should cover what is still to be won: 1 / win rate by count. */
  readonly needed: number | null;
}

export interface ForecastPeriod {
  /** `2026-11` or `2026-Q4`. */
  readonly period: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** Each category by itself: won deals by the day they closed, open ones by their close date. */
  readonly single: Readonly<Record<Category, DealSum>>;
  /** What adds up; `omitted` is in none. */
  readonly cumulative: {
    /** closed + commit */
    readonly commit: DealSum;
    /** closed + commit + best case */
    readonly bestCase: DealSum;
    /** commit + best case + pipeline */
    readonly openPipeline: DealSum;
  };
  /** `null` where there is no quota: quarters alone have one. */
  readonly coverage: Coverage | null;
  /** Deals that slipped out of it up to its end, or up to now while it is running: see `hasSlipped`. `null` before it begins. */
  readonly slipped: DealSum | null;
}

/** What is added up of what is to close. */
export interface ForecastTally {
  readonly months: ReadonlyMap<string, PeriodSums>;
  readonly quarters: ReadonlyMap<string, PeriodSums>;
  readonly undated: Sums;
}

/** @param deals as they stand on `asOf` */
export function tallyForecast(deals: readonly Deal[], process: Process, asOf: CalendarDate): ForecastTally {
  const [months, quarters] = [new Periods('month'), new Periods('quarter')];
  const undated = emptySums();
  for (const deal of deals) {
    const { category, within, slipped } = closingOf(deal, process, asOf);
    if (category && !within) addTo(undated[category], deal);
    for (const periods of [months, quarters]) {
      if (category && within) addTo(periods.get(within[periods.kind]).single[category], deal);
      for (const name of slipped[periods.kind]) addTo(periods.get(name).slipped, deal);
    }
  }
  return { months: months.all, quarters: quarters.all, undated };
}

/**
 * @param winRate by count
 * @param quota by quarter
 */
export function forecastOf(
  tally: ForecastTally,
  process: Process,
  asOf: CalendarDate,
  winRate: number | null,
  quota: ReadonlyMap<string, Money> = new Map(),
): ForecastReport {
  const months = new Periods('month', tally.months);
  const quarters = new Periods('quarter', tally.quarters);
  months.on(asOf);
  quarters.on(asOf);
  for (const quarter of quota.keys()) if (isQuarter(quarter)) quarters.get(quarter);
  return {
    months: months.map((period, sums) => periodReport(period, sums, asOf, process, undefined)),
    quarters: quarters.map((period, sums) => periodReport(period, sums, asOf, process, quota.get(period))),
    undated: tally.undated,
    needed: winRate === null ? null : ratio(1, winRate),
  };
}

function periodReport(
  period: string,
  { single, slipped }: PeriodSums,
  asOf: CalendarDate,
  process: Process,
  quota: Money | undefined,
): ForecastPeriod {
  const { closed, commit, best_case: bestCase, pipeline } = single;
  const { first, last } = daysOf(period);
  const openPipeline = together(commit, bestCase, pipeline);
  return {
    ...{ period, first, last, single },
    cumulative: {
      commit: together(closed, commit),
      bestCase: together(closed, commit, bestCase),
      openPipeline,
    },
    coverage: quota ? coverageOf(quota, closed, openPipeline, process) : null,
    slipped: first <= asOf ? slipped : null,
  };
}
