import { median } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { journeyOf, type Journey } from './journey';
import { keyFigures, type KeyFigures } from './keyFigures';
import { addTo, emptySum, together, type DealSum } from './periodSums';
import { dayBefore, daysOf, quarterOf } from './periods';
import type { ReportQuestion, Span } from './question';
import { dealsOn } from './standing';
import { ratio } from './statistics';
import { dealOfJourney, type OpenDeals } from './sums';
import { velocityOf } from './velocity';

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
  readonly due: DueDeals;
}

/** Open deals with a close date up to the end of the quarter that `asOf` is in. */
export interface DueDeals extends DealSum {
  readonly quarter: string;
  /** Of them, those that are to close within the quarter. */
  readonly inQuarter: DealSum;
  /** The others: they were to close before it. */
  readonly overdue: DealSum;
}

/** @param journeys those of the deals that the filter leaves, as they stand on `asOf` */
export function headlineOf(
  journeys: readonly Journey[],
  now: KeyFigures,
  { process, asOf, against = 'month' }: Omit<ReportQuestion, 'deals'>,
): Headline {
  const day = dayBefore(against, asOf);
  const before = dealsOn(journeys.map(dealOfJourney), day).map(deal => journeyOf(deal, day));
  return {
    against,
    now: figuresOf(journeys, now, asOf),
    before: before.length ? figuresOf(before, keyFigures(before, process), day) : null,
  };
}

/** Whether an open deal is due in the quarter that `asOf` is in, or overdue from before; `undefined` where it is neither. */
export function dueOn({ status, closeDate }: Deal, asOf: CalendarDate): 'inQuarter' | 'overdue' | undefined {
  if (status !== 'open' || closeDate === undefined) return undefined;
  const { first, last } = daysOf(quarterOf(asOf));
  if (closeDate > last) return undefined;
  return closeDate < first ? 'overdue' : 'inQuarter';
}

function figuresOf(
  journeys: readonly Journey[],
  { won, lost, cycles, open, velocity }: KeyFigures,
  asOf: CalendarDate,
): HeadlineFigures {
  const closed = won.length + lost.length;
  const due = { inQuarter: emptySum(), overdue: emptySum() };
  for (const { deal } of journeys) {
    const when = dueOn(deal, asOf);
    if (when) addTo(due[when], deal);
  }
  return {
    asOf,
    open,
    winRate: { rate: ratio(won.length, closed), n: closed },
    cycle: { median: median(cycles) ?? null, n: cycles.length },
    velocity: velocityOf(velocity),
    due: { quarter: quarterOf(asOf), ...together(due.inQuarter, due.overdue), ...due },
  };
}
