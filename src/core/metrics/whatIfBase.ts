import { mean } from 'd3-array';
import { daysBetween, type CalendarDate } from '../calendar';
import { firstDay } from '../deal/deal';
import type { Journey } from './journey';
import type { ReportFilter } from './question';
import { chainOf } from './reach';
import type { StageReport } from './stageReport';
import { ratio } from './statistics';
import { isLost, isWon } from './sums';
import { byCurrency, cyclesOf, velocityParts } from './velocity';
import type { WhatIfBase } from './whatIf';

/** @param stages the report of the same deals */
export function whatIfBase(
  journeys: readonly Journey[],
  stages: readonly StageReport[],
  filter: ReportFilter,
  asOf: CalendarDate,
): WhatIfBase {
  const won = journeys.filter(isWon);
  const cycles = cyclesOf(won);
  const closed = won.length + journeys.filter(isLost).length;
  const window = windowOf(journeys, filter, asOf);
  const perDay = (some: readonly Journey[]) => (window ? entriesIn(some, window) / window.days : null);
  const entriesPerDay = new Map(byCurrency(journeys).map(([currency, own]) => [currency, perDay(own)]));
  return {
    window,
    entries: window ? entriesIn(journeys, window) : 0,
    entriesPerDay: perDay(journeys),
    steps: stages.map(({ stage, conversion, n, stays }) => ({
      ...{ stage, conversion, n },
      meanStay: stays.mean,
      medianStay: stays.median,
      stays: stays.completed,
    })),
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    winRate: { rate: ratio(won.length, closed), n: closed },
    cycle: { mean: mean(cycles) ?? null, n: cycles.length },
    money: Object.fromEntries(
      velocityParts(journeys).map(([currency, parts]) => [
        currency,
        { entriesPerDay: entriesPerDay.get(currency)!, ...parts },
      ]),
    ),
  };
}

type Window = NonNullable<WhatIfBase['window']>;

/** That of the filter, as far as it has passed; else from the first day that is known of any deal. */
export function windowOf(
  journeys: readonly Journey[],
  { from, to }: ReportFilter,
  asOf: CalendarDate,
): Window | null {
  const last = to && to < asOf ? to : asOf;
  let first = from;
  if (!first) {
    for (const { deal } of journeys) {
      const day = firstDay(deal);
      if (day && (!first || day < first)) first = day;
    }
  }
  if (!first || first > last) return null;
  return { from: first, to: last, days: daysBetween(first, last) + 1 };
}

export function beganWithin({ deal }: Journey, { from, to }: Window): boolean {
  const first = firstDay(deal);
  return first !== undefined && first >= from && first <= to;
}

function entriesIn(journeys: readonly Journey[], window: Window): number {
  return journeys.reduce((count, journey) => count + (beganWithin(journey, window) ? 1 : 0), 0);
}
