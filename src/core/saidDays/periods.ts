import { addDays, addMonths, dateOf, lastDayOfMonth, weekdayOf, type CalendarDate } from '../calendar';
import { type DayRule, SHIFTS } from './rule';
import { LATER_YEAR, nearYear, YEAR, yearSaid } from './years';

/*
 * Weeks, months, quarters and years. One that is named means its last day, of a week its Friday; the one that is meant is the
 * next that is not over. A day of it that is past is none that anybody means, unless they say so: “end of last month”.
 */

interface SaidPeriod {
  readonly kind: 'week' | 'month' | 'longer';
  readonly start: CalendarDate;
  /** Of a week, the Friday. */
  readonly end: CalendarDate;
  /** It says by itself which one it is, be it past or not. */
  readonly isCertain?: boolean;
}

/** By how many months they are long. */
const LENGTHS: Readonly<Record<string, number>> = {
  month: 1,
  m: 1,
  quarter: 3,
  q: 3,
  half: 6,
  h: 6,
  year: 12,
};

const NUMBERED = `(?:(m|q|h)(\\d+)|(\\d)o (quarter|half))`;

type Parts = readonly (string | undefined)[];

const PERIODS: readonly (readonly [RegExp, (parts: Parts, today: CalendarDate) => SaidPeriod | undefined])[] =
  [
    [
      /^(?:(this|next|coming|last|afternext) )?week$/,
      ([which = 'this'], today) => ({
        ...weekOf(addDays(today, 7 * SHIFTS[which]!)),
        isCertain: which === 'last',
      }),
    ],
    [
      /^(?:(this|next|coming|last|afternext) )?(month|quarter|year)$/,
      ([which = 'this', unit], today) =>
        shiftedPeriod(SHIFTS[which]!, LENGTHS[unit!]!, today, which === 'last'),
    ],
    [
      new RegExp(`^(next|last) ${NUMBERED}$`),
      ([which, kind, n, nth, unit], today) =>
        besidesThis(which!, LENGTHS[kind ?? unit!]!, Number(n ?? nth), today),
    ],
    [
      new RegExp(`^(?:this |coming )?${NUMBERED}(?: ${LATER_YEAR})?$`),
      ([kind, n, nth, unit, year], today) => numbered(LENGTHS[kind ?? unit!]!, Number(n ?? nth), year, today),
    ],
    // Behind a quarter or a half of a year, two digits can't be a day.
    [
      /^(?:(q|h)(\d)|(\d)o (quarter|half)) (\d\d)$/,
      ([kind, n, nth, unit, digits], today) => {
        const year = nearYear(digits!, today);
        if (year === undefined) return undefined;
        return numbered(LENGTHS[kind ?? unit!]!, Number(n ?? nth), String(year), today);
      },
    ],
    [
      new RegExp(`^(\\d{4}) ${NUMBERED}$`),
      ([year, kind, n, nth, unit], today) => numbered(LENGTHS[kind ?? unit!]!, Number(n ?? nth), year, today),
    ],
    [new RegExp(`^kw (\\d+)o?(?: ${YEAR})?$`), ([n, year], today) => isoWeek(Number(n), year, today)],
    [/^(\d+)o kw$/, ([n], today) => isoWeek(Number(n), undefined, today)],
    [/^(?:year )?(\d{4})$/, ([year], today) => yearToCome(Number(year), today)],
  ];

/** What of a period is meant, and the period. */
export const PERIOD_DAYS: readonly DayRule[] = [
  // A week, a month or a year that is only called so is none that is named; “in the next month” may be any day of it.
  [
    /^(?:in )?(?:week|month|quarter|half|year)$|^in (?:next|coming|last|afternext) (?:week|month)$/,
    () => undefined,
  ],
  // On a Saturday or a Sunday, the end of the week is over, or has just come.
  [/^this week$/, (_, today) => (weekdayOf(today) < 6 ? weekOf(today).end : undefined)],
  [
    /^(?:end (?:this )?week|(?:this )?week end)$/,
    (_, today) => (weekdayOf(today) < 6 ? weekOf(today) : weekOf(addDays(today, 7))).end,
  ],
  [
    new RegExp(`^(?:in )?week (\\d+)o?(?: ${YEAR})?$`),
    ([n, year], today, { numbersWeeks }) =>
      numbersWeeks ? dayIn(isoWeek(Number(n), year, today), 'end', today) : undefined,
  ],
  [/^(start|mid|end) (.+)$/, ([part, words], today) => dayIn(periodSaid(words!, today), part!, today)],
  [/^(.+) (start|mid|end)$/, ([words, part], today) => dayIn(periodSaid(words!, today), part!, today)],
  [
    /^wd(\d) (kw .+|\d+o kw)$/,
    ([day, words], today) => weekdayOfWeek(Number(day), periodSaid(words!, today)),
  ],
  [
    /^(kw .+|\d+o kw) wd(\d)$/,
    ([words, day], today) => weekdayOfWeek(Number(day), periodSaid(words!, today)),
  ],
  [/^(?:in )?(.+)$/, ([words], today) => dayIn(periodSaid(words!, today), 'end', today)],
];

function periodSaid(words: string, today: CalendarDate): SaidPeriod | undefined {
  for (const [said, period] of PERIODS) {
    const found = said.exec(words);
    if (found) return period(found.slice(1), today);
  }
  return undefined;
}

function dayIn(period: SaidPeriod | undefined, part: string, today: CalendarDate): CalendarDate | undefined {
  if (!period) return undefined;
  const { kind, start, end, isCertain } = period;
  const middle = kind === 'week' ? addDays(start, 2) : kind === 'month' ? addDays(start, 14) : undefined;
  const day = { start, mid: middle, end }[part];
  return day !== undefined && (day >= today || isCertain) ? day : undefined;
}

function weekdayOfWeek(weekday: number, week: SaidPeriod | undefined): CalendarDate | undefined {
  return week && addDays(week.start, weekday - 1);
}

function weekOf(day: CalendarDate): SaidPeriod & { readonly kind: 'week' } {
  const start = addDays(day, 1 - weekdayOf(day));
  return { kind: 'week', start, end: addDays(start, 4) };
}

/** The period of some months that has a day in it, or one before or after it. */
function shiftedPeriod(
  shift: number,
  length: number,
  day: CalendarDate,
  isCertain: boolean,
): SaidPeriod | undefined {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = dateOf(year, month - ((month - 1) % length), 1)!;
  return fromMonth(addMonths(first, shift * length), length, isCertain);
}

function fromMonth(
  start: CalendarDate | undefined,
  length: number,
  isCertain = false,
): SaidPeriod | undefined {
  const last = start && addMonths(start, length - 1);
  if (!start || !last) return undefined;
  return { kind: length === 1 ? 'month' : 'longer', start, end: lastDayOfMonth(last), isCertain };
}

/** The third month or the second quarter, of a year or else the next that is not over. */
function numbered(
  length: number,
  number: number,
  year: string | undefined,
  today: CalendarDate,
): SaidPeriod | undefined {
  const inYear = (one: number, isCertain: boolean) =>
    fromMonth(dateOf(one, (number - 1) * length + 1, 1), length, isCertain);
  if (year !== undefined) return inYear(yearSaid(year, today), true);
  const thisYear = Number(today.slice(0, 4));
  const next = inYear(thisYear, false);
  return next && next.end >= today ? next : inYear(thisYear + 1, false);
}

/** “next may”: that of next year, unless this year’s is still to come, when people mean either. */
function besidesThis(
  which: string,
  length: number,
  number: number,
  today: CalendarDate,
): SaidPeriod | undefined {
  const year = Number(today.slice(0, 4));
  const current = Math.ceil(Number(today.slice(5, 7)) / length);
  if (which === 'next')
    return number > current ? undefined : numbered(length, number, String(year + 1), today);
  return numbered(length, number, String(number < current ? year : year - 1), today);
}

/** A week by its number, of which the first has the year’s first Thursday (ISO 8601). */
function isoWeek(number: number, year: string | undefined, today: CalendarDate): SaidPeriod | undefined {
  const inYear = (one: number): SaidPeriod | undefined => {
    const fourth = dateOf(one, 1, 4);
    const week = fourth && weekOf(addDays(fourth, (number - 1) * 7));
    const isThere = week && number >= 1 && addDays(week.start, 3).startsWith(String(one).padStart(4, '0'));
    return isThere ? { ...week, isCertain: year !== undefined } : undefined;
  };
  if (year !== undefined) return inYear(yearSaid(year, today));
  const thisYear = Number(today.slice(0, 4));
  // The days around New Year may be in a week of the other year.
  return [thisYear - 1, thisYear, thisYear + 1]
    .map(inYear)
    .find(week => week && addDays(week.start, 6) >= today);
}

/** Four digits alone may be an amount or an hour; nearby they are a year. */
function yearToCome(year: number, today: CalendarDate): SaidPeriod | undefined {
  const thisYear = Number(today.slice(0, 4));
  return year <= thisYear + 20 ? fromMonth(dateOf(year, 1, 1), 12) : undefined;
}
