import { canHaveHappened, daysBetween, isLongAgo, type CalendarDate } from '../calendar';
import { courseOf, type Mark } from './course';
import { closeDay, firstDay, isOpen, type Deal } from './deal';
import { withPast } from './past/withPast';
import { remembered } from '../remember';

/** Calendar days since the deal entered the stage it is in, up to `asOf` or its close; `undefined` if not known. */
export function daysInStage(deal: Deal, asOf: CalendarDate): number | undefined {
  const since = inStageSince(deal)?.on;
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

/** Whether no line of its file says since when the deal is in its stage, and git does. */
export function isStayFromGit(deal: Deal): boolean {
  return inStageSince(deal)?.line?.inGit !== undefined;
}

/**
 * Counted as the metrics count stays: an entry into the stage where the deal is already starts nothing anew. Remembered, since
 * a row of the tree asks several times, and sorting asks for each deal.
 */
const inStageSince = remembered((deal: Deal): Since | undefined => {
  if (deal.stageNotKnown) return undefined;
  let since: Since | undefined;
  let isClosed = false;
  for (const mark of courseOf(withPast(deal))) {
    if (mark.kind === 'closed') {
      isClosed = true;
      continue;
    }
    if (mark.kind === 'entered' || isClosed) since = mark;
    else if (since?.on === undefined) since = mark;
    isClosed = false;
  }
  // Opened again by hand, on an unknown day.
  return isClosed && isOpen(deal) ? undefined : since;
});

/** The day, if it is known, and the line that says it. */
type Since = Pick<Mark, 'on' | 'line'>;
