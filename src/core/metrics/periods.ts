import { addDays, weekdayOf, type CalendarDate } from '../calendar';
import type { Span } from './question';

/* Calendar months and quarters, by names that sort: `2026-11`, `2026-Q4`. */

export interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

export function quarterOf(day: CalendarDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export function isQuarter(name: string): boolean {
  return /^\d{4}-Q[1-4]$/.test(name);
}

/** The first and the last day of a month or a quarter. */
export function daysOf(period: string): Days {
  const year = period.slice(0, 4);
  const isMonth = period[5] !== 'Q';
  const to = isMonth ? Number(period.slice(5)) : Number(period.slice(6)) * 3;
  return { first: firstOf(year, isMonth ? to : to - 2), last: lastOf(year, to) };
}

/** The last day before the month or the quarter that `day` is in, or before the Monday that `lastMonday` names. */
export function dayBefore(span: Span, day: CalendarDate): CalendarDate {
  if (span === 'week') return addDays(lastMonday(day), -1);
  return addDays(daysOf(span === 'month' ? monthOf(day) : quarterOf(day)).first, -1);
}

/**
 * The first day of what “since Monday” and “this week” mean, wherever somebody looks back: the Monday before a day. Of a Monday it’s
 * the one a week earlier, so that there is always a week to look back on.
 */
export function lastMonday(day: CalendarDate): CalendarDate {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 1 ? -7 : 1 - weekday);
}

function firstOf(year: string, month: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-01` as CalendarDate;
}

/** Behind the last December that a date can name there is no day to count back from. */
function lastOf(year: string, month: number): CalendarDate {
  return month === 12 ? (`${year}-12-31` as CalendarDate) : addDays(firstOf(year, month + 1), -1);
}
