import { addDays, type CalendarDate } from '../../../core/calendar';
import type { PeriodName } from '../../../words/en/page/choose';

/** A window in which deals began; open at both sides where it is any time. */
export interface TimeWindow {
  readonly name: PeriodName;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** The windows that people ask for, as seen from a day. Those that end before the first deal are left out. */
export function periodOptions(day: CalendarDate, firstDay: CalendarDate | null): TimeWindow[] {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const periods: TimeWindow[] = [
    { name: 'all', from: undefined, to: undefined },
    ofQuarters('thisQuarter', year, quarter, 1),
    ofQuarters('lastQuarter', year, quarter - 1, 1),
    ofQuarters('thisYear', year, 0, 4),
    ofQuarters('lastYear', year - 1, 0, 4),
    { name: 'last12Months', from: addDays(day, -364), to: day },
  ];
  return periods.filter(({ to }) => to === undefined || firstDay === null || to >= firstDay);
}

function ofQuarters(name: PeriodName, year: number, first: number, count: number): TimeWindow {
  return { name, from: firstOf(year, first), to: addDays(firstOf(year, first + count), -1) };
}

/** The first day of a quarter, counted from 0; beyond 3 it is one of another year. */
function firstOf(year: number, quarter: number): CalendarDate {
  const month = ((((quarter % 4) + 4) % 4) * 3 + 1).toString().padStart(2, '0');
  return `${year + Math.floor(quarter / 4)}-${month}-01` as CalendarDate;
}
