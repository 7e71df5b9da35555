import { dateOf, weekdayOf, type CalendarDate } from '../calendar';
import type { DayRule } from './rule';
import { LATER_YEAR, YEAR, yearSaid } from './years';

/* Days that are named by their number: the 15th, 4 December, Friday 4 December 2026. */

export const NAMED_DAYS: readonly DayRule[] = [
  [
    new RegExp(`^(?:wd(\\d) )?(\\d\\d?)o? m(\\d+)(?: ${YEAR})?$`),
    ([weekday, day, month, year], today) => matching(weekday, dayOf(day!, month!, year, today)),
  ],
  [
    new RegExp(`^(?:wd(\\d) )?m(\\d+) (\\d\\d?)(o?)(?: ${LATER_YEAR})?$`),
    ([weekday, month, day, ordinal, year], today, { dayBehindMonth }) => {
      const isBare = !ordinal && year === undefined && weekday === undefined;
      const ahead = yearSaid(day!, today) - yearSaid('this year', today);
      const mayBeYear = !dayBehindMonth && isBare && ahead >= 0 && ahead <= 20;
      return mayBeYear ? undefined : matching(weekday, dayOf(day!, month!, year, today));
    },
  ],
  [/^(\d{4}) m(\d+) (\d\d?)o?$/, ([year, month, day], today) => dayOf(day!, month!, year, today)],
  [
    /^(?:wd(\d) )?(\d\d?)o(?: (this|next|coming) month)?$/,
    ([weekday, day, which], today) => matching(weekday, dayOfMonth(Number(day), which, today)),
  ],
];

/** “Friday, 5 December” is nobody’s day where the fifth is a Saturday. */
export function matching(
  weekday: string | undefined,
  day: CalendarDate | undefined,
): CalendarDate | undefined {
  return day && (weekday === undefined || weekdayOf(day) === Number(weekday)) ? day : undefined;
}

function dayOf(
  day: string,
  month: string,
  year: string | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  return year === undefined
    ? nextDay(Number(month), Number(day), today)
    : dateOf(yearSaid(year, today), Number(month), Number(day));
}

/** The next day of a month and a number, today among them. */
export function nextDay(month: number, day: number, today: CalendarDate): CalendarDate | undefined {
  const year = Number(today.slice(0, 4));
  // The 29th of February is eight years away at most.
  for (let ahead = 0; ahead < 9; ahead++) {
    const date = dateOf(year + ahead, month, day);
    if (date && date >= today) return date;
  }
  return undefined;
}

function dayOfMonth(day: number, which: string | undefined, today: CalendarDate): CalendarDate | undefined {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const inMonth = (ahead: number) =>
    dateOf(Math.floor((month + ahead) / 12), ((month + ahead) % 12) + 1, day);
  if (which) return inMonth(which === 'this' ? 0 : 1);
  // Each second month at least has a 31st.
  return [0, 1, 2].map(inMonth).find(date => date !== undefined && date >= today);
}
