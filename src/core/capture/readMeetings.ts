import ICAL from 'ical.js';
import { addDays, isCalendarDate, localDay, type CalendarDate } from '../calendar';
import { plainText } from '../escape';
import { oneLine } from '../oneLine';
import { refuse, type Refusal } from '../refusal';
import type { Correspondent, Meeting, MeetingState } from './captured';
import { correspondent } from './correspondent';
import { eventsIn, textOf, type Component } from './eventsIn';
import { say } from './say';
import { momentIn } from './zoneTime';

const LONGEST_TITLE = 200;

type Property = InstanceType<typeof ICAL.Property>;

/** More than these in one file are somebody's calendar, and not what a deal is about. */
const MOST_MEETINGS = 10;

/** The meetings of a file, in the order in which it has them. */
export interface MeetingsRead {
  readonly meetings: readonly [Meeting, ...Meeting[]];
  /** Events that can't be read, by their titles, which may be empty. */
  readonly unread: readonly string[];
}

/**
 * The meetings of an invitation. Their days and times are those of the person's own calendar; where the file doesn't say in which
 * zone a time is meant, they are as they stand there. Of a series, it is the first: no rule is followed, since some have no end.
 */
export function readMeetings(text: string): MeetingsRead | Refusal {
  let events: readonly Component[];
  try {
    events = eventsIn(text);
  } catch {
    // What the package throws where a line is none.
    return refuse(say('calendarBroken'));
  }
  if (!events.length) return refuse(say('noMeeting'));
  if (events.length > MOST_MEETINGS)
    return refuse(say('tooManyMeetings', { count: events.length, most: MOST_MEETINGS }));
  const read = events.map(event => ({ event, meeting: meetingOf(event) }));
  const [first, ...others] = read.flatMap(({ meeting }) => meeting ?? []);
  if (!first) return refuse(say('calendarBroken'));
  const unread = read.flatMap(({ event, meeting }) => (meeting ? [] : [titleOf(event)]));
  return { meetings: [first, ...others], unread };
}

function meetingOf(event: Component): Meeting | undefined {
  try {
    return meetingIn(event);
  } catch {
    // What the package throws where a value is not of its kind.
    return undefined;
  }
}

function titleOf(event: Component): string {
  return plainText(oneLine(textOf(event, 'summary')), LONGEST_TITLE);
}

function meetingIn(event: Component): Meeting | undefined {
  const method = textOf(event.parent as Component, 'method').toUpperCase();
  const at = startOf(event);
  if (!at) return undefined;
  const people = event.getAllProperties('attendee').filter(isPerson);
  const organizer = event.getFirstProperty('organizer');
  const isAnswer = (method === 'REPLY' || method === 'COUNTER') && people.length > 0;
  const by = isAnswer ? people[0] : organizer;
  const sender = by ? personOf(by) : undefined;
  const others = [...(isAnswer && organizer ? [organizer] : []), ...people.filter(one => one !== by)];
  return {
    ...at,
    until: lastDayOf(event, at),
    state: stateOf(event, method, isAnswer ? people[0] : undefined),
    title: titleOf(event),
    by: sender,
    others: others
      .flatMap(one => personOf(one) ?? [])
      .filter(({ email }) => !email || email !== sender?.email),
    isSeries: event.hasProperty('rrule') || event.hasProperty('rdate'),
  };
}

const CLOCK = /^(?:[01]\d|2[0-4]):[0-5]\d$/;

/** When a meeting begins, as the person's own calendar shows it. */
type Start = Pick<Meeting, 'on' | 'time'>;

const SECONDS_PER_DAY = 86_400;
/** No meeting takes longer. */
const MOST_SECONDS = 366 * SECONDS_PER_DAY;

/** By its end or its length; where neither can be read, the day on which it begins. */
function lastDayOf(event: Component, { on, time }: Start): CalendarDate {
  let seconds: number;
  try {
    const { startDate, endDate } = new ICAL.Event(event);
    seconds = endDate.subtractDateTz(startDate).toSeconds();
  } catch {
    // What the package throws where a value is not of its kind.
    return on;
  }
  if (!(seconds > 0)) return on;
  const [hours = 0, minutes = 0] = time?.split(':').map(Number) ?? [];
  // What ends at midnight ends on the day before.
  const last = hours * 3600 + minutes * 60 + Math.min(seconds, MOST_SECONDS) - 1;
  return addDays(on, Math.floor(last / SECONDS_PER_DAY));
}

function startOf(event: Component): Start | undefined {
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time)) return undefined;
  // As the file has it: of a 31 November the package makes the day after the 30th.
  const asIs = String(event.getFirstProperty('dtstart')?.toJSON()[3]);
  if (!isCalendarDate(asIs.slice(0, 10)) || (!start.isDate && !CLOCK.test(asIs.slice(11, 16))))
    return undefined;
  const written = start.toString();
  const on = written.slice(0, 10);
  if (!isCalendarDate(on)) return undefined;
  if (start.isDate) return { on, time: undefined };
  const at = momentOf(event, start);
  if (at === undefined) return { on, time: written.slice(11, 16) };
  const local = new Date(at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return { on: localDay(local), time: `${pad(local.getHours())}:${pad(local.getMinutes())}` };
}

/** In milliseconds since 1970; nothing if the file doesn't say which zone the time is in, or names an unknown one. */
function momentOf(event: Component, start: InstanceType<typeof ICAL.Time>): number | undefined {
  if (start.zone !== ICAL.Timezone.localTimezone) return start.toUnixTime() * 1000;
  // Many calendars name a zone that everybody knows, and don't describe it.
  const zone = event.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const { year, month, day, hour, minute, second } = start;
  return zone ? momentIn(zone, Date.UTC(year, month - 1, day, hour, minute, second)) : undefined;
}

function stateOf(event: Component, method: string, answer: Property | undefined): MeetingState {
  if (answer && method === 'COUNTER') return 'countered';
  if (answer) {
    const said = String(answer.getFirstParameter('partstat') ?? '').toUpperCase();
    if (said === 'ACCEPTED') return 'accepted';
    if (said === 'TENTATIVE') return 'tentative';
    if (said === 'DECLINED') return 'declined';
  }
  const isOff = method === 'CANCEL' || textOf(event, 'status').toUpperCase() === 'CANCELLED';
  return isOff ? 'cancelled' : 'invited';
}

/** Rooms and projectors are invited, too. */
function isPerson(property: Property): boolean {
  return !/^(?:room|resource)$/i.test(property.getFirstParameter('cutype') ?? '');
}

function personOf(property: Property): Correspondent | undefined {
  const address = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
  return correspondent(property.getFirstParameter('cn') ?? '', address);
}
