import { isDecadesAway, isLongAgo, isYetToCome, type CalendarDate } from '../core/calendar';
import { refuse, type Refusal } from '../core/refusal';
import { say } from './say';

/** Why nothing that has happened is dated on a day that somebody names; `undefined` where it may be. */
export function refuseDay(day: CalendarDate | undefined, today: CalendarDate): Refusal | undefined {
  if (day === undefined) return undefined;
  if (isYetToCome(day, today)) return refuse(say('notHappenedYet', { day }));
  return isLongAgo(day, today) ? refuse(say('happenedLongAgo', { day })) : undefined;
}

/** Why nothing is planned for a day that somebody names; `undefined` where it may be. */
export function refusePlan(day: CalendarDate | undefined, today: CalendarDate): Refusal | undefined {
  return day !== undefined && isDecadesAway(day, today) ? refuse(say('plannedFarAway', { day })) : undefined;
}
