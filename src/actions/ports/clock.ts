import type { CalendarDate } from '../../core/calendar';

/** What time it is where the person is. Every action asks it instead of the machine. */
export interface Clock {
  /** The local calendar day. */
  today(): CalendarDate;
  /** Milliseconds since 1970: when a change was made. Nothing is put in order by it, since clocks are set back. */
  now(): number;
}
