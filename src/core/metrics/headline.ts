import type { CalendarDate } from '../calendar';
import type { MoneyMap } from '../money';
import type { Span } from './question';
import type { OpenDeals } from './sums';

/** The figures at the top, and what they were before. */
export interface Headline {
  readonly against: Span;
  readonly now: HeadlineFigures;
  /** The same deals at the end of the last whole week (to Sunday), month or quarter; `null` if there were none yet. */
  readonly before: HeadlineFigures | null;
}

export interface HeadlineFigures {
  readonly asOf: CalendarDate;
  readonly open: OpenDeals;
  readonly winRate: { readonly rate: number | null; readonly n: number };
  readonly cycle: { readonly median: number | null; readonly n: number };
  readonly velocity: Readonly<Record<string, number | null>>;
  /** Open deals with a close date up to the end of the quarter that `asOf` is in; what is overdue is due. */
  readonly due: { readonly quarter: string; readonly count: number; readonly value: Readonly<MoneyMap> };
}
