import { median } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { Process } from '../process/process';
import type { Deal } from '../deal/deal';
import { journeyOf, type Journey } from './journey';
import { keyFigures, tallyKeyFigures, type KeyTally } from './keyFigures';
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
  /** The same deals on the evening before last Monday (`lastMonday`), the month or the quarter; `null` if there were none yet. */
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

type HeadlineQuestion = Pick<ReportQuestion, 'process' | 'asOf' | 'against'>;

/** What is added up for the figures at the top. */
export interface HeadlineTally {
  readonly deals: number;
  readonly key: KeyTally;
  readonly due: { readonly inQuarter: DealSum; readonly overdue: DealSum };
}

/** @param journeys those of deals as they stand on `asOf` */
export function tallyHeadline(
  journeys: readonly Journey[],
  process: Process,
  asOf: CalendarDate,
): HeadlineTally {
  const due = { inQuarter: emptySum(), overdue: emptySum() };
  const { first, last } = daysOf(quarterOf(asOf));
  for (const { deal } of journeys) {
    const when = dueWithin(deal, first, last);
    if (when) addTo(due[when], deal);
  }
  return { deals: journeys.length, key: tallyKeyFigures(journeys, process), due };
}

/** The same deals as they stood on the evening before the week, month or quarter that the headline is held against. */
export function tallyBefore(
  journeys: readonly Journey[],
  { process, asOf, against }: Required<HeadlineQuestion>,
): HeadlineTally {
  const day = dayBefore(against, asOf);
  const before = dealsOn(journeys.map(dealOfJourney), day).map(deal => journeyOf(deal, day));
  return tallyHeadline(before, process, day);
}

export function headlineOf(
  now: HeadlineTally,
  before: HeadlineTally,
  { asOf, against = 'month' }: HeadlineQuestion,
): Headline {
  return {
    against,
    now: figuresOf(now, asOf),
    before: before.deals ? figuresOf(before, dayBefore(against, asOf)) : null,
  };
}

/** Whether an open deal is due in the quarter that `asOf` is in, or overdue from before; `undefined` where it is neither. */
export function dueOn(deal: Deal, asOf: CalendarDate): 'inQuarter' | 'overdue' | undefined {
  const { first, last } = daysOf(quarterOf(asOf));
  return dueWithin(deal, first, last);
}

function dueWithin({ status, closeDate }: Deal, first: CalendarDate, last: CalendarDate) {
  if (status !== 'open' || closeDate === undefined || closeDate > last) return undefined;
  return closeDate < first ? 'overdue' : 'inQuarter';
}

function figuresOf({ key, due }: HeadlineTally, asOf: CalendarDate): HeadlineFigures {
  const { won, lost, cycles, open, velocity } = keyFigures(key);
  return {
    asOf,
    open,
    winRate: { rate: ratio(won, won + lost), n: won + lost },
    cycle: { median: median(cycles) ?? null, n: cycles.length },
    velocity: velocityOf(velocity),
    due: { quarter: quarterOf(asOf), ...together(due.inQuarter, due.overdue), ...due },
  };
}
