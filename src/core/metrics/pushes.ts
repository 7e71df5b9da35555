import type { CalendarDate } from '../calendar';

/** That from a day on a deal's file named this close date, or none. */
export interface CloseDateSeen {
  readonly on: CalendarDate;
  readonly closeDate: CalendarDate | undefined;
}

/** What git knows, by the path of the deal: every change from the first version that it has, in the order of the days. */
export type CloseDates = ReadonlyMap<string, readonly CloseDateSeen[]>;

/** One change of a close date to a later day. */
export interface Push {
  /** `null` where nobody knows the day: the history had another date, the file has this one. */
  readonly on: CalendarDate | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
