import { addDays, type CalendarDate } from '../../../core/calendar';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import { daysOf } from '../../../core/metrics/periods';
import { emptySum, emptySums } from '../../../core/metrics/periodSums';

/** There are at least so many columns, if there is room: two would be no chart. */
const LEAST = 6;

/**
 * The periods that are drawn: without gaps, from the first to the last that has something in it, but no more than there
 * is room for. A third of them may lie behind the running one, more where little lies ahead.
 *
 * @param periods by their days, the running one among them
 * @param periodOf names the period that a day is in
 */
export function periodsShown(
  periods: readonly ForecastPeriod[],
  periodOf: (day: CalendarDate) => string,
  asOf: CalendarDate,
  room: number,
): ForecastPeriod[] {
  const known = new Map(periods.map(one => [one.period, one]));
  const running = periodOf(asOf);
  const behind = walk(running, -1, periods[0]!.period, periodOf, room - 1);
  const ahead = walk(running, 1, periods.at(-1)!.period, periodOf, room - 1);
  const back = Math.min(behind.length, Math.max(Math.floor((room - 1) / 3), room - 1 - ahead.length));
  const names = [...behind.slice(0, back).reverse(), running, ...ahead.slice(0, room - 1 - back)];
  while (names.length < Math.min(LEAST, room)) names.push(next(names.at(-1)!, 1, periodOf));
  return names.map(name => known.get(name) ?? emptyPeriod(name));
}

/** The periods beyond one, the nearest first, up to the last of them; no more than `limit`. */
function walk(
  from: string,
  way: 1 | -1,
  last: string,
  periodOf: (day: CalendarDate) => string,
  limit: number,
): string[] {
  const names: string[] = [];
  for (let at = from; at !== last && names.length < limit;) names.push((at = next(at, way, periodOf)));
  return names;
}

function next(period: string, way: 1 | -1, periodOf: (day: CalendarDate) => string): string {
  const { first, last } = daysOf(period);
  return periodOf(way === 1 ? addDays(last, 1) : addDays(first, -1));
}

function emptyPeriod(period: string): ForecastPeriod {
  const cumulative = { commit: emptySum(), bestCase: emptySum(), openPipeline: emptySum() };
  return { period, ...daysOf(period), single: emptySums(), cumulative, coverage: null, slipped: null };
}
