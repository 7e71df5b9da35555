import { pairs } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { firstDay, type Deal } from '../deal/deal';
import { closeDatesIn, stateAtEnd, type CloseDateSeen } from '../deal/past/stateOn';
import { remembered } from '../remember';

/**
 * All that is known of a deal's close dates before the one that stands in its file, in the order of the days. Git knows
 * every change since its first version of a file, so history lines count only before that: else one change would count
 * as two. A file may be older than its first commit; what that has, the deal had since it began, as far as anybody knows.
 *
 * @param until what came later is left out
 */
export function closeDatesSeen(deal: Deal, until?: CalendarDate): readonly CloseDateSeen[] {
  const { history } = deal;
  const inGit = deal.inGit ? closeDatesOf(deal.inGit) : NONE;
  // Of most deals nothing is known, and each is asked about several times.
  if (!inGit.length && !history.some(({ closeDate }) => closeDate)) return NONE;
  const [first, ...later] = inGit;
  const inHistory = history.flatMap(({ on, closeDate }) =>
    closeDate && (!first || on < first.on) ? [{ on, closeDate }] : [],
  );
  const began = firstDay(deal);
  const isOlder = first && !inHistory.length && began && began < first.on;
  const seen = [...inHistory, ...(isOlder ? [{ ...first, on: began }, ...later] : inGit)];
  return until ? seen.filter(({ on }) => on <= until) : seen;
}

const NONE: readonly never[] = [];
const closeDatesOf = remembered(closeDatesIn);

/**
 * The close date that a deal had at the end of a day before today, as far as anybody knows. One that is not committed yet is
 * later than that, unless a line of the history gives its day.
 *
 * @param seen its close dates before the one in its file
 */
export function closeDateOn(
  { closeDate, history, inGit }: Deal,
  day: CalendarDate,
  seen: readonly CloseDateSeen[],
): CalendarDate | undefined {
  const isOlder = seen.some(({ on }) => on > day);
  if (isOlder) return seen.findLast(({ on }) => on <= day)?.closeDate;
  const committed = inGit && stateAtEnd(inGit).closeDate;
  if (!inGit || committed === closeDate) return closeDate;
  const since = history.findLast(line => line.closeDate && line.closeDate === closeDate)?.on;
  return since && since <= day ? closeDate : committed;
}

/** How often a deal's close date was moved to a later day. One that was taken away was not. */
export function timesPushed(deal: Deal, asOf: CalendarDate): number {
  const dates = [...closeDatesSeen(deal, asOf), deal].map(({ closeDate }) => closeDate);
  return pairs(dates).filter(([before, after]) => before && after && after > before).length;
}
