import { mean, min, rollup } from 'd3-array';
import { daysBetween, isLongAgo, type CalendarDate } from '../calendar';
import { firstDay } from '../deal/deal';
import type { DealFilter } from '../filter/table';
import type { Journey } from './journey';
import type { KeyFigures } from './keyFigures';
import { chainOf } from './reach';
import type { StageReport } from './stageReport';
import { ratio } from './statistics';
import { seenOf } from './thin';
import type { WhatIfBase } from './whatIf';

/** @param stages the report of the same deals */
export function whatIfBase(
  journeys: readonly Journey[],
  { won, lost, cycles, velocity }: KeyFigures,
  stages: readonly StageReport[],
  filter: DealFilter,
  asOf: CalendarDate,
): WhatIfBase {
  const closed = won.length + lost.length;
  const window = windowOf(journeys, filter, asOf);
  const entered = window ? journeys.filter(journey => beganWithin(journey, window)) : [];
  const byCurrency = rollup(entered, own => own.length, currencyOf);
  const perDay = (entries: number) => (window ? entries / window.days : null);
  return {
    window,
    entries: entered.length,
    entriesPerDay: perDay(entered.length),
    steps: stages.map(({ stage, conversion, n, touched, stays }) => ({
      ...{ stage, conversion, n, seen: seenOf({ n, touched }) },
      meanStay: stays.mean,
      medianStay: stays.median,
      stays: stays.completed,
    })),
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    winRate: { rate: ratio(won.length, closed), n: closed },
    cycle: { mean: mean(cycles) ?? null, n: cycles.length },
    money: Object.fromEntries(
      velocity.map(([currency, parts]) => [
        currency,
        { entriesPerDay: perDay(byCurrency.get(currency) ?? 0), ...parts },
      ]),
    ),
  };
}

type Window = NonNullable<WhatIfBase['window']>;

/** That of the filter, as far as it has passed; else from the first day that is known of any deal. */
export function windowOf(
  journeys: readonly Journey[],
  { from, to }: DealFilter,
  asOf: CalendarDate,
): Window | null {
  const first = from ?? firstDayOf(journeys, asOf);
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

function currencyOf({ deal }: Journey): string | undefined {
  return deal.value?.currency;
}
