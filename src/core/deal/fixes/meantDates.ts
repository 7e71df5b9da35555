import { isCalendarDate, type CalendarDate } from '../../calendar';
import { readDate } from '../../peopleDates';
import { numberedDays } from '../../saidDays/numberedDays';

/** The days that may be meant by what is not written as a date, the likeliest first; one is sure where it is `isSure`. */
export interface MeantDates {
  readonly dates: readonly CalendarDate[];
  readonly isSure: boolean;
}

export function meantDates(written: unknown, today: CalendarDate): MeantDates {
  const text = String(written).trim();
  // Of a number with a point, a nought at its end is gone: `12.10` is 12.1.
  const isFraction = typeof written === 'number' && !Number.isInteger(written);
  if (text.length > 60 || isFraction) return { dates: [], isSure: false };
  // Eight digits need nothing between them.
  const [, year, , a, b, time] =
    /^(\d{4})([-/. ]|(?=\d{4}(?!\d)))(\d{1,2})\2(\d{1,2})([T ].*)?$/.exec(text) ?? [];
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
  const said = dayFirst || monthFirst ? [dayFirst, monthFirst] : [readDate(text, today, 'en')];
  return { dates: [...new Set(said.filter(day => day !== undefined))], isSure: false };
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
  const ends = Number(day) <= 31 ? ['30', '29', '28'].map(end => toDate([year, month, end])) : [];
  const end = ends.find(date => date !== undefined);
  return { dates: end ? [end] : [], isSure: false };
}

function toDate([year, month, day]: Parts): CalendarDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
