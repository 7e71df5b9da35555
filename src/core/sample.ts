import { addDays, daysBetween, isCalendarDate, type CalendarDate } from './calendar';

/** The day on which the sample pipeline, as it is shipped, is up to date: a Friday. */
const SAMPLE_DAY = '2026-11-20' as CalendarDate;

/**
 * A file of the sample with all its dates moved, so that the pipeline is as fresh today as it was on its own day.
 * Moved by whole weeks: nobody in it calls a customer on a Sunday.
 */
export function refreshSample(text: string, today: CalendarDate): string {
  const weeks = Math.floor(daysBetween(SAMPLE_DAY, today) / 7);
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, date =>
    isCalendarDate(date) ? addDays(date, weeks * 7) : date,
  );
}
