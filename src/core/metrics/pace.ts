import { min } from 'd3-array';
import { addDays, daysBetween, type CalendarDate } from '../calendar';
import { closeDay, isMisdated, isOpen, type Deal } from '../deal/deal';
import { withPast } from '../deal/past/withPast';
import { firstSeen, isDated } from '../deal/rewind';
import type { MoneyMap } from '../money';
import { daysOf, quarterOf } from './periods';
import { addTo, emptySum, together, type DealSum } from './periodSums';
import { takeBack } from './standing';

/** The running quarter is held against so many before it: a year, so that each season is in it once. */
const QUARTERS_BEFORE = 4;

export const PACE_PARTS = ['won', 'open', 'inTheEnd'] as const;
export type PacePart = (typeof PACE_PARTS)[number];

/** A quarter as it stood on one of its days. */
export interface PaceQuarter {
  /** `2026-Q4` */
  readonly quarter: string;
  /** Its day that counts: as far from its first one as today is from that of the running quarter, or its last one. */
  readonly day: CalendarDate;
  /** Won from its first day to that day, with the values of then. */
  readonly won: readonly Deal[];
  /** Open at the end of that day, with a close date of then within the quarter. */
  readonly open: readonly Deal[];
  /** Won in all of it, with the values of its last day; none while it runs. */
  readonly inTheEnd: readonly Deal[];
}

/** A mean over quarters: deals, and amounts by currency. */
export interface PaceMean {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
  /** How many deals it rests on, in all quarters together. */
  readonly n: number;
}

/** The pace of a quarter: see `paceOf`. */
export interface Pace {
  /** Which day of the running quarter it is, from 1. */
  readonly day: number;
  /** The running quarter, then those before it, the latest first. */
  readonly quarters: readonly PaceQuarter[];
}

/**
 * How far the running quarter has come, against the same day of each of the four before it: what was won by then, what was
 * open and to close in the quarter, and what it brought in the end. Sales teams call it pacing: quarter to date against the
 * same point of earlier quarters.
 *
 * won(q) = Σ value of deals won from the first day of q to its day d; open(q) = Σ value of deals open at the end of d with a
 * close date of then in q; d = min(first day of q + days gone in the running quarter, last day of q). Each deal is taken back
 * to d by its own history and by git (`takeBack`). A quarter that began before all that is known of any deal is left out, and
 * so are those before it: nothing known is not nothing won.
 *
 * @param deals as they stand on `asOf`
 * @yields each quarter as it is worked out, so that others can have their turn in between
 */
export function* paceOf(deals: Iterable<Deal>, asOf: CalendarDate): Generator<PaceQuarter, Pace> {
  const dated = [...deals].map(withPast).filter(isDated);
  const known = min(dated.flatMap(deal => (isMisdated(deal, asOf) ? [] : firstSeen(deal)!)));
  const { first: begins } = daysOf(quarterOf(asOf));
  const gone = daysBetween(begins, asOf);
  const running: PaceQuarter = { ...partsOn(dated, quarterOf(asOf), asOf), inTheEnd: [] };
  yield running;
  const quarters = [running];
  let { first } = daysOf(running.quarter);
  while (quarters.length <= QUARTERS_BEFORE) {
    const quarter = quarterOf(addDays(first, -1));
    const { last } = daysOf(quarter);
    ({ first } = daysOf(quarter));
    if (known === undefined || known > first) break;
    const same = addDays(first, gone);
    const day = same < last ? same : last;
    const { won: inTheEnd } = partsOn(standingOn(dated, last), quarter, last);
    const one = { ...partsOn(standingOn(dated, day), quarter, day), inTheEnd };
    quarters.push(one);
    yield one;
  }
  return { day: gone + 1, quarters };
}

function standingOn(deals: readonly Deal[], day: CalendarDate): Deal[] {
  return deals.flatMap(deal => takeBack(deal, day) ?? []);
}

/** @param deals as they stood at the end of the day */
function partsOn(deals: readonly Deal[], quarter: string, day: CalendarDate): Omit<PaceQuarter, 'inTheEnd'> {
  const isWithin = (on: CalendarDate | undefined) =>
    on !== undefined && on <= day && quarterOf(on) === quarter;
  return {
    ...{ quarter, day },
    won: deals.filter(deal => deal.status === 'won' && isWithin(closeDay(deal))),
    open: deals.filter(deal => isOpen(deal) && deal.closeDate && quarterOf(deal.closeDate) === quarter),
  };
}

export function sumOfDeals(deals: readonly Deal[]): DealSum {
  const sum = emptySum();
  for (const deal of deals) addTo(sum, deal);
  return sum;
}

/** What was usual in the quarters before the running one; `null` where none is known. */
export function usualPace({ quarters: [, ...before] }: Pace, part: PacePart): PaceMean | null {
  if (!before.length) return null;
  const all = together(...before.map(quarter => sumOfDeals(quarter[part])));
  const mean = (sum: number) => sum / before.length;
  const value = Object.fromEntries(Object.entries(all.value).map(([currency, sum]) => [currency, mean(sum)]));
  return { count: mean(all.count), value, n: all.count };
}
