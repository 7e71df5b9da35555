import { addDays, daysBetween, FURTHEST_YEARS, isCalendarDate, type CalendarDate } from '../../calendar';
import { readInAnyLanguage } from '../../peopleDates';
import { numberedDays } from '../../saidDays/numberedDays';
import { plainDay } from '../../saidDays/plainDay';

/** The days that may be meant by what is not written as a date, the likeliest first; one is sure where it is `isSure`. */
export interface MeantDates {
  readonly dates: readonly CalendarDate[];
  readonly isSure: boolean;
}

export function meantDates(written: unknown, today: CalendarDate): MeantDates {
  const [, linked] = DAILY_NOTE.exec(String(written)) ?? [];
  // Of a link more is lost than signs.
  if (linked !== undefined) return { ...meantDates(linked, today), isSure: false };
  const text = plainDay(String(written));
  // Of a number with a point, a nought at its end is gone: `12.10` is 12.1.
  const isFraction = typeof written === 'number' && !Number.isInteger(written);
  if (text.length > 60 || isFraction) return { dates: [], isSure: false };
  // Eight digits need nothing between them.
  const [, year, , a, b, time] =
    /^(\d{4})([-/. ]|(?=\d{4}(?!\d)))(\d{1,2})\2(\d{1,2})([T ].*)?$/.exec(text) ?? [];
  const [, tooLong, monthAndDay] = /^(\d{5})(-\d\d-\d\d)$/.exec(text) ?? [];
  if (tooLong) return { dates: withoutADigit(tooLong, monthAndDay!, today), isSure: false };
  const instant = INSTANT.exec(text);
  if (instant) return { dates: daysOfInstant(instant[1] as CalendarDate, Number(instant[2])), isSure: false };
  if (year)
    return toDate([year, a!, b!])
      ? sorted([[year, a!, b!]], time === undefined || MIDNIGHT.test(time))
      : sorted(
          [
            [year, a!, b!],
            [year, b!, a!],
          ],
          false,
        );
  const [, first, sign, second, last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (first) {
    const dayFirst = [last!, second!, first] as const;
    const monthFirst = [last!, first, second!] as const;
    return sorted(sign === '.' ? [dayFirst] : [dayFirst, monthFirst], true);
  }
  // Of a month alone it is the last day, and no day that anybody is sure of.
  const { dayFirst, monthFirst } = numberedDays(text.replace(/^(\d{4})(\d\d)$/, '$1-$2'), today) ?? {};
  const said = dayFirst || monthFirst ? [dayFirst, monthFirst] : readInAnyLanguage(text, today);
  return { dates: [...new Set(said.filter(day => day !== undefined))], isSure: false };
}

/** `[[2026-12-31]]`, a link to the note of that day: `[[daily/2026-12-31|New Year’s Eve]]`. */
const DAILY_NOTE = /^\s*\[\[(?:[^[\]|#]*\/)?(\d{4}-\d\d-\d\d)(?:[|#][^[\]]*)?\]\]\s*$/;

/** `20226-12-31` has a digit too many: the days of the years near by that are left without one, the nearest first. */
function withoutADigit(year: string, monthAndDay: string, today: CalendarDate): CalendarDate[] {
  const away = (day: CalendarDate) => Math.abs(daysBetween(today, day));
  const days = [...year].map((_, at) => `${year.slice(0, at)}${year.slice(at + 1)}${monthAndDay}`);
  return [...new Set(days.filter(isCalendarDate))]
    .filter(day => away(day) < FURTHEST_YEARS * 365)
    .sort((a, b) => away(a) - away(b));
}

/** A time in UTC, which is on another day further east or west. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](?!00:00(?::00(?:\.0+)?)?Z)(\d\d):\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/** The day that is written, and the one that it may have been where it was written. */
function daysOfInstant(day: CalendarDate, hour: number): CalendarDate[] {
  return isCalendarDate(day) ? [day, addDays(day, hour < 12 ? -1 : 1)] : [];
}

/**
 * The start of a day, as programs write a day that know only times: with no zone or in UTC. No hour is lost with it, and no
 * other day can be meant. Any other time, and any other zone, says more than a day, and in another place another day.
 */
const MIDNIGHT = /^[T ]00:00(?::00(?:\.0+)?)?Z?$/;

type Parts = readonly [year: string, month: string, day: string];

/** Those that are days; of a month that has no such day it is the last one. */
function sorted(parts: readonly Parts[], isSure: boolean): MeantDates {
  const dates = [...new Set(parts.map(toDate).filter(date => date !== undefined))];
  if (dates.length) return { dates, isSure: isSure && dates.length === 1 };
  const [[year, month, day]] = parts as readonly [Parts];
  const ends =
    Number(day) >= 1 && Number(day) <= 31 ? ['30', '29', '28'].map(end => toDate([year, month, end])) : [];
  const end = ends.find(date => date !== undefined);
  return { dates: end ? [end] : [], isSure: false };
}

function toDate([year, month, day]: Parts): CalendarDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
