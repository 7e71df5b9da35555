import type { CalendarDate } from '../../core/calendar';
import type { FilesThen } from '../../core/changes/across';
import type { Deal } from '../../core/deal/deal';
import { isDeal, type Entry } from '../../core/deal/entry';
import { isDated } from '../../core/deal/rewind';
import { takeBack } from '../../core/metrics/standing';
import type { Snapshots } from '../ports/snapshots';
import type { PastPoint } from './point';

/** A day of which git knows nothing, and why: there is no git, or no commit, a clone has only the last commits, or all are later. */
export interface ToldByHistories {
  readonly day: CalendarDate;
  readonly why: 'noGit' | 'noCommit' | 'shallow' | 'later';
}

/** Why the lines of deals have to tell how they stood at one of two points; nothing where git knows both. */
export async function whyByHistories(
  points: readonly PastPoint[],
  snapshots: Snapshots | undefined,
): Promise<ToldByHistories | undefined> {
  const point = points.find(isUnknownToGit);
  if (!point) return undefined;
  const { day } = point;
  if (!snapshots) return { day, why: 'noGit' };
  if (snapshots.isShallow) return { day, why: 'shallow' };
  return { day, why: (await snapshots.head()) ? 'later' : 'noCommit' };
}

export function isUnknownToGit(point: PastPoint): point is Extract<PastPoint, { kind: 'day' }> {
  return point.kind === 'day' && !point.commit;
}

/**
 * Files as they stood at the end of a day, as far as their own lines tell. A deal in which nothing has a day stands as it
 * does later, and so does a file that cannot be read: nothing is known to have changed.
 *
 * @param standing how a deal stood then; `undefined` where it was not there yet
 */
export function takenBack(
  files: FilesThen,
  day: CalendarDate,
  standing: (deal: Deal, day: CalendarDate) => Deal | undefined = takeBack,
): FilesThen {
  const then = new Map<string, Entry>();
  for (const [path, entry] of files) {
    if (!isDeal(entry) || !isDated(entry.deal)) then.set(path, entry);
    else {
      const deal = standing(entry.deal, day);
      if (deal) then.set(path, { ...entry, deal });
    }
  }
  return then;
}
