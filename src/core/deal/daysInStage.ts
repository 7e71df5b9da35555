import { canHaveHappened, daysBetween, isLongAgo, type CalendarDate } from '../calendar';
import { courseOf } from './course';
import { closeDay, firstDay, isOpen, type Deal } from './deal';
import { withPast } from './past/withPast';
import { remembered } from '../remember';

/** Calendar days since the deal entered the stage it is in, up to `asOf` or its close; `undefined` if not known. */
export function daysInStage(deal: Deal, asOf: CalendarDate): number | undefined {
  const since = inStageSince(deal);
  const until = closeDay(deal) ?? asOf;
  if (!since || ![since, until].every(day => canHaveHappened(day, asOf))) return undefined;
  return Math.max(0, daysBetween(since, until));
}

/** The most days that an open deal may have been in its stage, where its entry has no date: since the last day it was elsewhere. */
export function mostDaysInStage(deal: Deal, asOf: CalendarDate): number | undefined {
  if (!isOpen(deal) || daysInStage(deal, asOf) !== undefined) return undefined;
  const since = courseOf(withPast(deal)).findLast(({ on }) => on !== undefined)?.on ?? firstDay(deal);
  if (since === undefined || since > asOf || isLongAgo(since, asOf)) return undefined;
  return daysBetween(since, asOf);
}

/**
 * Counted as the metrics count stays: an entry into the stage where the deal is already starts nothing anew. Remembered, since
 * a row of the tree asks several times, and sorting asks for each deal.
 */
const inStageSince = remembered((deal: Deal): CalendarDate | undefined => {
  if (deal.stageNotKnown) return undefined;
  let since: CalendarDate | undefined;
  let isClosed = false;
  for (const mark of courseOf(withPast(deal))) {
    if (mark.kind === 'closed') {
      isClosed = true;
      continue;
    }
    if (mark.kind === 'entered' || isClosed) since = mark.on;
    else since ??= mark.on;
    isClosed = false;
  }
  // Opened again by hand, on an unknown day.
  return isClosed && isOpen(deal) ? undefined : since;
});
