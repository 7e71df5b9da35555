/** A calendar date as it stands in a file: `YYYY-MM-DD`, and a day that exists. It has no time and no zone. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string') return false;
  const parts = PATTERN.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  // Date.UTC rolls 30 February over into March, and reads the years 0 to 99 as 1900 to 1999.
  return date.getUTCFullYear() === year && date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

/** Days since 1970-01-01. Computed in UTC, so that neither the zone nor a daylight change can shift it. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;
}

/** The calendar day that a clock on this machine's wall shows at `now`. */
export function localDay(now: Date): CalendarDate {
  const pad = (part: number, width = 2) => String(part).padStart(width, '0');
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as CalendarDate;
}
