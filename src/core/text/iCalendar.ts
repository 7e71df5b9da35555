import ICAL from 'ical.js';
import type { CalendarDate } from '../calendar';
import { plainText } from '../escape';

/** A day in a calendar. */
export interface CalendarDay {
  /** The same whenever the day is exported: a calendar that has it brings it up to date. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly summary: string;
  /** Lines. */
  readonly description: readonly string[];
}

/** Nobody reads on in a calendar. */
const MOST_CHARACTERS = 300;

/**
 * Days as a file for calendars (iCalendar, RFC 5545): each takes the whole day and leaves it free.
 *
 * @param name what the calendar is called
 * @param now milliseconds since 1970: of two exports, the later one counts
 */
export function asICalendar(days: readonly CalendarDay[], name: string, now: number): string {
  // A line has 75 bytes at most, with the blank at its beginning, which the package doesn't count.
  ICAL.foldLength = 74;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Deal Notes//Deal Notes//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', plainText(name));
  const stamp = ICAL.Time.fromJSDate(new Date(now), true);
  for (const { uid, on, summary, description } of days) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', uid);
    event.addPropertyWithValue('dtstamp', stamp);
    event.addPropertyWithValue('sequence', Math.floor(now / 60_000));
    // Without an end, it is that one day. As the text that it is: of a number, the package would write no zeros before the year.
    event.addProperty(new ICAL.Property(['dtstart', {}, 'date', on]));
    event.addPropertyWithValue('summary', plainText(summary, MOST_CHARACTERS));
    const lines = description.map(line => plainText(line, MOST_CHARACTERS)).join('\n');
    if (lines) event.addPropertyWithValue('description', lines);
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  if (!days.length) calendar.addSubcomponent(universalTime());
  return `${calendar.toString()}\r\n`;
}

/** What a calendar has that has nothing else: one without any component is none (RFC 5545, 3.6). */
function universalTime(): InstanceType<typeof ICAL.Component> {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', 'UTC');
  const standard = new ICAL.Component('standard');
  standard.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1970-01-01T00:00:00'));
  standard.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(0));
  standard.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(0));
  zone.addSubcomponent(standard);
  return zone;
}
