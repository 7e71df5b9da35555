import { addDays, type CalendarDate } from '../../calendar';
import { readDate } from '../../peopleDates';

/** Days that are meant often, in words that people say; each is understood where a date can be typed. */
const TO_COME = [
  'today',
  'tomorrow',
  'friday',
  'next friday',
  'in a week',
  'in 2 weeks',
  'in a month',
  'end of month',
  'end of quarter',
] as const;

export type DayId = (typeof TO_COME)[number] | 'yesterday' | 'a week ago';

/** The days to offer for something that is to be, or that has been; each once. */
export function daysToOffer(isPast: boolean, today: CalendarDate): { id: DayId; on: CalendarDate }[] {
  const days: { id: DayId; on: CalendarDate }[] = isPast
    ? [
        { id: 'today', on: today },
        { id: 'yesterday', on: addDays(today, -1) },
        { id: 'a week ago', on: addDays(today, -7) },
      ]
    : TO_COME.map(id => ({ id, on: readDate(id, today, 'en')! }));
  return days.filter(({ on }, index) => days.findIndex(day => day.on === on) === index);
}
