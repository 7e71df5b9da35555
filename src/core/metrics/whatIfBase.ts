import { mean, min } from 'd3-array';
import { daysBetween, isLongAgo, type CalendarDate } from '../calendar';
import { firstDay } from '../deal/deal';
import type { DealFilter } from '../filter/table';
import { addMoney, type MoneyMap } from '../money';
import type { Journey } from './journey';
import type { KeyFigures } from './keyFigures';
import { chainOf } from './reach';
import type { StageReport } from './stageReport';
import { ratio } from './statistics';
import { seenOf } from './thin';
import type { WhatIfBase } from './whatIf';

/** What is added up of when deals began. */
export interface EntriesTally {
  /** The first day that is known of any deal; one that is long ago counts for none. None or one of each group of deals. */
  readonly first: readonly CalendarDate[];
  /** Deals that began within the window, and of them those with a value, by currency. */
  readonly count: number;
  readonly byCurrency: Readonly<MoneyMap>;
}

export function tallyEntries(
  journeys: readonly Journey[],
  filter: DealFilter,
  asOf: CalendarDate,
): EntriesTally {
  const first = firstDayOf(journeys, asOf);
  // Where the filter names no first day, the window begins with the first deal of all: none of these began before it.
  const window = windowFrom(filter.from ?? first, filter, asOf);
  const byCurrency: MoneyMap = {};
  let count = 0;
  for (const journey of journeys) {
    if (!window || !beganWithin(journey, window)) continue;
    count++;
    const { value } = journey.deal;
    if (value) addMoney(byCurrency, { amount: 1, currency: value.currency });
  }
  return { first: first ? [first] : [], count, byCurrency };
}

/** @param stages the report of the same deals */
export function whatIfBase(
  entered: EntriesTally,
  { won, lost, cycles, velocity }: KeyFigures,
  stages: readonly StageReport[],
  filter: DealFilter,
  asOf: CalendarDate,
): WhatIfBase {
  const closed = won + lost;
  const window = windowFrom(filter.from ?? (min(entered.first) as CalendarDate | undefined), filter, asOf);
  const perDay = (entries: number) => (window ? entries / window.days : null);
  return {
    window,
    entries: entered.count,
    entriesPerDay: perDay(entered.count),
    steps: stages.map(({ stage, conversion, n, touched, stays }) => ({
      ...{ stage, conversion, n, seen: seenOf({ n, touched }) },
      meanStay: stays.mean,
      medianStay: stays.median,
      stays: stays.completed,
    })),
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    winRate: { rate: ratio(won, closed), n: closed },
    cycle: { mean: mean(cycles) ?? null, n: cycles.length },
    money: Object.fromEntries(
      velocity.map(([currency, parts]) => [
        currency,
        { entriesPerDay: perDay(entered.byCurrency[currency] ?? 0), ...parts },
      ]),
    ),
  };
}

type Window = NonNullable<WhatIfBase['window']>;

/** That of the filter, as far as it has passed; else from the first day that is known of any deal. */
export function windowOf(
  journeys: readonly Journey[],
  filter: DealFilter,
  asOf: CalendarDate,
): Window | null {
  return windowFrom(filter.from ?? firstDayOf(journeys, asOf), filter, asOf);
}

function windowFrom(first: CalendarDate | undefined, { to }: DealFilter, asOf: CalendarDate): Window | null {
  const last = min([to ?? asOf, asOf]) as CalendarDate;
  if (!first || first > last) return null;
  return { from: first, to: last, days: daysBetween(first, last) + 1 };
}

function firstDayOf(journeys: readonly Journey[], asOf: CalendarDate): CalendarDate | undefined {
  const days = journeys.flatMap(({ deal }) => firstDay(deal) ?? []).filter(day => !isLongAgo(day, asOf));
  return min(days) as CalendarDate | undefined;
}

/** Of the deals that the filter leaves none began before its window, but those whose year was mistyped. */
export function beganWithin({ deal }: Journey, { from, to }: Window): boolean {
  const first = firstDay(deal);
  return first !== undefined && first >= from && first <= to;
}
