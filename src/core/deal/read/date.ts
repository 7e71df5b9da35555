import { isCalendarDate, type CalendarDate } from '../../calendar';
import { isAbsent, told, type Reading } from './reading';

export function readDay(reading: Reading, key: string): CalendarDate | undefined {
  const value = reading.get(key);
  if (isAbsent(value) || value === '') return undefined;
  if (isCalendarDate(value)) return value;
  const message = `“${reading.name(key)}” is ${told(value)}, not a date. Write it like 2026-12-18.`;
  reading.warn('invalid-date', [key], message);
  return undefined;
}
