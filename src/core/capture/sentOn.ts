import { isCalendarDate, localDay, type CalendarDate } from '../calendar';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `24 Nov 2026`, as mails are sent; two digits of a year only before the time, as mails once had them. */
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}{3,9})[\s.,-]+(\d{4}|\d{2}(?=\s+\d{1,2}:))(?!\d)/u;
/** `Nov 24, 2026`, as programs show it; `Nov 24 09:00:00 2026`. */
const MONTH_FIRST =
  /(\p{L}{3,9})[\s.]+(\d{1,2})(?:st|nd|rd|th)?(?:,|\s)\s*(?:\d{1,2}:\S+\s+(?:[A-Z+-]\S*\s+)?)?(\d{4})(?!\d)/u;

/**
 * The day of the person's own calendar on which a mail was sent, by what its head says. None where the month can't be told from the day,
 * the year is missing, or there is no such day: what reads dates would make one of it.
 */
export function sentOn(written: string): CalendarDate | undefined {
  if (!isDay(written)) return undefined;
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? undefined : localDay(at);
}

function isDay(written: string): boolean {
  const iso = /^\s*(\d{4}-\d\d-\d\d)/.exec(written)?.[1];
  if (iso !== undefined) return isCalendarDate(iso);
  const [, day, month, year] = DAY_FIRST.exec(written) ?? turned(MONTH_FIRST.exec(written)) ?? [];
  const number = MONTHS.indexOf(month?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (!number) return false;
  const pad = (part: string | number) => String(part).padStart(2, '0');
  return isCalendarDate(`${year!.padStart(4, '20')}-${pad(number)}-${pad(day!)}`);
}

function turned(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1], found[3]] : undefined;
}
