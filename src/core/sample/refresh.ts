import { addDays, daysBetween, isCalendarDate, type CalendarDate } from '../calendar';

/** The day on which the sample pipeline, as it is shipped, is up to date: a Friday. */
const SAMPLE_DAY = '2026-11-20' as CalendarDate;

/**
 * A file of the sample with all its dates moved, so that the pipeline is as fresh today as it was on its own day.
 * Moved by whole weeks: nobody in it calls a customer on a Sunday. Quarters with a quota (`2026-Q4`) move by quarters.
 */
export function refreshSample(text: string, today: CalendarDate): string {
  const weeks = Math.floor(daysBetween(SAMPLE_DAY, today) / 7);
  const quarters = quarterOf(today) - quarterOf(SAMPLE_DAY);
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, date => (isCalendarDate(date) ? addDays(date, weeks * 7) : date))
    .replace(/\b(\d{4})-Q([1-4])\b/g, (_, year: string, quarter: string) => {
      const moved = Number(year) * 4 + Number(quarter) - 1 + quarters;
      return `${Math.floor(moved / 4)}-Q${(moved % 4) + 1}`;
    });
}

/** The quarters since the year 0. */
function quarterOf(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}
