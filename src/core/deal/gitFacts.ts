import type { CalendarDate } from '../calendar';

/** What git knows of a deal's file beyond what stands in it. */
export interface GitFacts {
  /** Every change of the close date from the first version that git has, in the order of the days. */
  readonly closeDates: readonly CloseDateSeen[];
}

/** That from a day on a deal's file named this close date, or none. */
export interface CloseDateSeen {
  readonly on: CalendarDate;
  readonly closeDate: CalendarDate | undefined;
}

/** By the path of the file below the pipeline's folder. */
export type KnownFromGit = ReadonlyMap<string, GitFacts>;

/**
 * Why git may know less than there was: the clone has only the last commits, or not all contents; git was too slow; or it
 * failed.
 */
export const HISTORY_GAPS = ['shallow', 'partial', 'tookTooLong', 'failed'] as const;
export type HistoryGap = (typeof HISTORY_GAPS)[number];

export function areSameFacts(some: GitFacts | undefined, others: GitFacts | undefined): boolean {
  if (!some || !others) return some === others;
  const [these, those] = [some.closeDates, others.closeDates];
  return (
    these.length === those.length &&
    these.every(({ on, closeDate }, at) => on === those[at]!.on && closeDate === those[at]!.closeDate)
  );
}
