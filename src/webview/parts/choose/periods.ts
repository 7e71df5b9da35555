import { addDays, type CalendarDate } from '../../../core/calendar';

/** A window in which deals began; open at both sides where it is any time. */
export interface Period {
  readonly label: string;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

/** The windows that people ask for, as seen from a day. Those that end before the first deal are left out. */
export function periodOptions(day: CalendarDate, firstDay: CalendarDate | null): Period[] {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const periods: Period[] = [
    { label: 'any time', from: undefined, to: undefined },
    ofQuarters('this quarter', year, quarter, 1),
    ofQuarters('last quarter', year, quarter - 1, 1),
    ofQuarters('this year', year, 0, 4),
    ofQuarters('last year', year - 1, 0, 4),
    { label: 'last 12 months', from: addDays(day, -364), to: day },
  ];
  return periods.filter(({ to }) => to === undefined || firstDay === null || to >= firstDay);
}

function ofQuarters(label: string, year: number, first: number, count: number): Period {
  return { label, from: firstOf(year, first), to: addDays(firstOf(year, first + count), -1) };
}

/** The first day of a quarter, counted from 0; beyond 3 it is one of another year. */
function firstOf(year: number, quarter: number): CalendarDate {
  const month = ((((quarter % 4) + 4) % 4) * 3 + 1).toString().padStart(2, '0');
  return `${year + Math.floor(quarter / 4)}-${month}-01` as CalendarDate;
}
