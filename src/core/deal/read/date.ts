import { isCalendarDate, type CalendarDate } from '../../calendar';
import { found } from '../../found';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

export function readDay(reading: FieldReading, key: string): CalendarDate | undefined {
  const value = reading.get(key);
  if (isAbsent(value) || value === '') return undefined;
  if (isCalendarDate(value)) return value;
  reading.warn('invalid-date', [key], say('noDate', { key: reading.name(key), there: found(value) }));
  return undefined;
}
