import type { CalendarDate } from '../calendar';
import type { Money, MoneyMap } from '../money';

export const CATEGORIES = ['closed', 'commit', 'best_case', 'pipeline', 'omitted'] as const;
/** `closed`: won. The others are those of open deals. */
export type Category = (typeof CATEGORIES)[number];

/** What is expected to close, and when. */
export interface ForecastReport {
  /** Those with something in them, and the one that is running; in order, with gaps. */
  readonly months: readonly ForecastPeriod[];
  /** The same, and those with a quota. */
  readonly quarters: readonly ForecastPeriod[];
  /** Open deals without a close date, and won ones of which nobody knows when. */
  readonly undated: Readonly<Record<Category, DealSum>>;
  /** How often over the open value should cover what is still to be won: 1 / win rate by count. */
  readonly needed: number | null;
}

export interface DealSum {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
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
  /** Deals whose close date was in the period on its first day and that were open at its end; `null` until that day. */
  readonly slipped: DealSum | null;
}

/** All in the currency of the quota. */
export interface Coverage {
  readonly quota: Money;
  readonly won: number;
  /** quota − won; 0 where it is met. */
  readonly missing: number;
  readonly open: number;
  /** open / missing; `null` where nothing is missing. */
  readonly coverage: number | null;
}
