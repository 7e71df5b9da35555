import { addDays, addMonths, weekdayOf, type CalendarDate } from '../calendar';
import { SHIFTS, type DayRule } from './rule';

/* Days that are counted from today: tomorrow, next friday, in two weeks. Weeks begin on Monday. */

const OFFSETS: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  dayafter: 2,
  yesterday: -1,
  daybefore: -2,
};

const UNIT = '(days?|weeks?|fortnights?|months?|quarters?|years?)';
const BASE = '(today|tomorrow|dayafter|wd\\d)';

export const RELATIVE_DAYS: readonly DayRule[] = [
  [/^(today|tomorrow|dayafter|yesterday|daybefore)$/, ([word], today) => addDays(today, OFFSETS[word!]!)],
  [/^(?:coming )?wd(\d)$/, ([day], today) => comingWeekday(day!, today)],
  [/^this wd(\d)$/, ([day], today) => (isToday(day!, today) ? today : comingWeekday(day!, today))],
  [/^last wd(\d)$/, ([day], today) => addDays(comingWeekday(day!, today), isToday(day!, today) ? -14 : -7)],
  [
    /^next wd(\d)$/,
    ([day], today, { nextIsOfNextWeek }) => {
      const ofNextWeek = weekdayIn(1, day!, today);
      return nextIsOfNextWeek || ofNextWeek === comingWeekday(day!, today) ? ofNextWeek : undefined;
    },
  ],
  [
    /^wd(\d) (this|next|coming|last|afternext) week$/,
    ([day, which], today) => weekdayIn(SHIFTS[which!]!, day!, today),
  ],
  [
    /^(this|next|coming|last|afternext) week wd(\d)$/,
    ([which, day], today) => weekdayIn(SHIFTS[which!]!, day!, today),
  ],
  [/^(next|coming|last|afternext) week$/, ([which], today) => addDays(today, 7 * SHIFTS[which!]!)],
  [/^(next|coming|last|afternext) month$/, ([which], today) => addMonths(today, SHIFTS[which!]!)],
  // On a Sunday it may be this one or the one to come.
  [
    /^(?:(?:this|coming) )?weekend$/,
    (_, today) => (weekdayOf(today) === 7 ? undefined : weekdayIn(0, '6', today)),
  ],
  [/^(?:next|coming) workday$/, (_, today) => addWorkdays(today, 1)],
  [/^(?:in )?(\d+) workdays?$/, ([n], today) => addWorkdays(today, Number(n))],
  // “One day” may be any.
  [/^1 day$/, () => undefined],
  [new RegExp(`^(?:in )?(\\d+) ${UNIT}(?: fromnow)?$`), ([n, unit], today) => later(today, n!, unit!)],
  [new RegExp(`^(?:(\\d+) )?${UNIT} ago$`), ([n = '', unit], today) => earlier(today, n, unit!)],
  [new RegExp(`^ago (\\d+) ${UNIT}$`), ([n, unit], today) => earlier(today, n!, unit!)],
  // “a week tomorrow”, “two weeks from friday”
  [
    new RegExp(`^(?:in )?(\\d+) ${UNIT} (?:from )?${BASE}$`),
    ([n, unit, base], today) => later(dayNamed(base!, today), n!, unit!),
  ],
  // “friday week”
  [
    new RegExp(`^${BASE} (week|fortnight)$`),
    ([base, unit], today) => later(dayNamed(base!, today), '1', unit!),
  ],
  [
    new RegExp(`^(today|tomorrow) in (\\d+) ${UNIT}$`),
    ([base, n, unit], today) => later(dayNamed(base!, today), n!, unit!),
  ],
  // A week after the friday to come, or the friday of the week that begins in a week.
  [
    /^wd(\d) in 1 week$/,
    ([day], today) => {
      const inWeek = weekdayIn(1, day!, today);
      return addDays(comingWeekday(day!, today), 7) === inWeek ? inWeek : undefined;
    },
  ],
];

function isToday(weekday: string, today: CalendarDate): boolean {
  return weekdayOf(today) === Number(weekday);
}

/** From one to seven days ahead: who says “monday” on a Monday does not mean today, which is shorter to say. */
function comingWeekday(weekday: string, today: CalendarDate): CalendarDate {
  return addDays(today, ((Number(weekday) - weekdayOf(today) + 6) % 7) + 1);
}

function weekdayIn(weeks: number, weekday: string, today: CalendarDate): CalendarDate {
  return addDays(today, Number(weekday) - weekdayOf(today) + weeks * 7);
}

/** Monday to Friday; which days are holidays depends on the place. */
function addWorkdays(from: CalendarDate, days: number): CalendarDate | undefined {
  // Nobody counts further, and each day is looked at.
  if (days > 250) return undefined;
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) < 6) left--;
  }
  return day;
}

function dayNamed(base: string, today: CalendarDate): CalendarDate {
  return base.startsWith('wd') ? comingWeekday(base.slice(2), today) : addDays(today, OFFSETS[base]!);
}

function later(from: CalendarDate, number: string, unit: string): CalendarDate | undefined {
  return shifted(from, Number(number), unit);
}

function earlier(from: CalendarDate, number: string, unit: string): CalendarDate | undefined {
  return shifted(from, -Number(number), unit);
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

function shifted(from: CalendarDate, number: number, unit: string): CalendarDate | undefined {
  const one = unit.replace(/s$/, '');
  const days = DAYS[one];
  return days === undefined ? addMonths(from, number * MONTHS[one]!) : addDays(from, number * days);
}
