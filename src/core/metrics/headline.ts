import { median } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import type { MoneyMap } from '../money';
import type { Process } from '../process/process';
import { journeyOf } from './journey';
import { dayBefore, daysOf, quarterOf } from './periods';
import type { Question, Span } from './question';
import { dealsOn } from './standing';
import { ratio } from './statistics';
import { isLost, isWon, openDeals, valueOf, type OpenDeals } from './sums';
import { cyclesOf, velocityOf } from './velocity';

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

/** @param deals those that the filter leaves, as they stand on `asOf` */
export function headlineOf(
  deals: readonly Deal[],
  { process, asOf, against = 'month', closeDates }: Omit<Question, 'deals'>,
): Headline {
  const day = dayBefore(against, asOf);
  const before = dealsOn(deals, day, closeDates);
  return {
    against,
    now: figuresOn(deals, process, asOf),
    before: before.length ? figuresOn(before, process, day) : null,
  };
}

/** Whether an open deal is due in the quarter that `asOf` is in, or was due before. */
export function isDue({ status, closeDate }: Deal, asOf: CalendarDate): boolean {
  return status === 'open' && closeDate !== undefined && closeDate <= daysOf(quarterOf(asOf)).last;
}

function figuresOn(deals: readonly Deal[], process: Process, asOf: CalendarDate): HeadlineFigures {
  const journeys = deals.map(deal => journeyOf(deal, asOf));
  const won = journeys.filter(isWon);
  const closed = won.length + journeys.filter(isLost).length;
  const cycles = cyclesOf(won);
  const due = journeys.filter(({ deal }) => isDue(deal, asOf));
  return {
    asOf,
    open: openDeals(journeys, process),
    winRate: { rate: ratio(won.length, closed), n: closed },
    cycle: { median: median(cycles) ?? null, n: cycles.length },
    velocity: velocityOf(journeys),
    due: { quarter: quarterOf(asOf), count: due.length, value: valueOf(due) },
  };
}
