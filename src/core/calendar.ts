import { once } from './once';

/** A calendar date as it stands in a file: `YYYY-MM-DD`, and a day that exists. It has no time and no zone. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const MS_PER_DAY = 86_400_000;
const HYPHEN = 0x2d;
/** How many characters a date has. */
const LENGTH = 10;

export function isCalendarDate(text: unknown): text is CalendarDate {
  return typeof text === 'string' && text.length === LENGTH && calendarDateAt(text, 0) !== undefined;
}

/** The days of the years that deals have: each is one text, however many files say it. */
const known = once(() => new Array<CalendarDate | undefined>((LAST_KNOWN - FIRST_KNOWN + 1) * 12 * 31));
const [FIRST_KNOWN, LAST_KNOWN] = [2010, 2039];

/** The date that the ten characters of a text from `at` on are, whatever stands behind them. */
export function calendarDateAt(text: string, at: number): CalendarDate | undefined {
  if (text.charCodeAt(at + 4) !== HYPHEN || text.charCodeAt(at + 7) !== HYPHEN) return undefined;
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
  const month = twoDigits(text, at + 5);
  const day = twoDigits(text, at + 8);
  if (!(year >= 0) || !(month >= 1) || month > 12 || !(day >= 1) || day > daysIn(month, year))
    return undefined;
  if (year < FIRST_KNOWN || year > LAST_KNOWN) return text.slice(at, at + LENGTH) as CalendarDate;
  const place = ((year - FIRST_KNOWN) * 12 + month - 1) * 31 + day - 1;
  return (known()[place] ??= text.slice(at, at + LENGTH) as CalendarDate);
}

/** The number that two digits are; `NaN` where something else stands there, or the text has ended. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** The digits of a date as a number. By hand, because each deal has a dozen dates. */
function number(date: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}

/** By arithmetic, because a `Date` for each date of each file would be a tenth of the time of reading them all. */
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01. Counted by hand, because a report asks for it tens of thousands of times and `Date.parse`
 * takes ten times as long. Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(date: CalendarDate): number {
  const month = number(date, 5, 7);
  // Years begin in March here: so the leap day comes last.
  const year = number(date, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + number(date, 8, 10) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Later than tomorrow: what has happened can't be dated so. Tomorrow can, since a colleague further east may have written it. */
export function isYetToCome(day: CalendarDate, today: CalendarDate): boolean {
  return day > today && daysBetween(today, day) > 1;
}

/** In years: no deal is older, and nobody plans one, or its next step, for later. */
export const FURTHEST_YEARS = 30;

/** So long ago that the year was mistyped: `0206-12-18`, `1900-01-01`. */
export function isLongAgo(day: CalendarDate, today: CalendarDate): boolean {
  return number(today, 0, 4) - number(day, 0, 4) > FURTHEST_YEARS;
}

/** So far ahead that nobody plans for it, and the year was mistyped: `2206-12-18`. */
export function isFarAhead(day: CalendarDate, today: CalendarDate): boolean {
  return number(day, 0, 4) - number(today, 0, 4) > FURTHEST_YEARS;
}

/** So long ago or so far ahead that the year was mistyped, whatever the day is of. */
export function isDecadesAway(day: CalendarDate, today: CalendarDate): boolean {
  return isFarAhead(day, today) || isLongAgo(day, today);
}

/** Whether anything of a deal can have happened on a day, seen from `today`. */
export function canHaveHappened(day: CalendarDate, today: CalendarDate): boolean {
  return !isYetToCome(day, today) && !isLongAgo(day, today);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** A day by its numbers, if there is such a day. */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(date) ? date : undefined;
}

/** The same day some months later or, with a number below 0, earlier; the last one of a month that has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate | undefined {
  const month = number(date, 0, 4) * 12 + number(date, 5, 7) - 1 + months;
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return dateOf(year, inYear, Math.min(number(date, 8, 10), daysIn(inYear, year)));
}

export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const days = daysIn(number(date, 5, 7), number(date, 0, 4));
  return `${date.slice(0, 8)}${days}` as CalendarDate;
}

/** The calendar day that a clock on this machine's wall shows at `now`. */
export function localDay(now: Date): CalendarDate {
  const pad = (part: number, width = 2) => String(part).padStart(width, '0');
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as CalendarDate;
}
