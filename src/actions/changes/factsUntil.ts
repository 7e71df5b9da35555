import type { GitFacts } from '../../core/deal/gitFacts';
import type { Snapshots } from '../ports/snapshots';
import { trailsThrough } from './trails';

/**
 * What git knew of deals at a commit, told by what it knows of them now: without what later commits did, and by the paths that
 * the files had then.
 *
 * @param commit none for what is not committed yet
 * @param factsNow by the paths that files have now
 * @throws GitFailed
 */
export async function factsUntil(
  commit: string | undefined,
  snapshots: Snapshots,
  factsNow: (path: string) => GitFacts | undefined,
): Promise<(path: string) => GitFacts | undefined> {
  const head = await snapshots.head();
  if (commit === undefined || !head || head.id === commit) return factsNow;
  const later = await snapshots.commitsBetween(commit, head.id);
  const laterIds = new Set(later.map(({ id }) => id));
  // Where two deals were taken for one, the later one has nothing that is old enough.
  const { at, from } = trailsThrough(later, () => true);
  const pathNow = new Map([...at].flatMap(([now, { start }]) => (start === undefined ? [] : [[start, now]])));
  return path => {
    const now = pathNow.get(path) ?? (from.has(path) ? undefined : path);
    const facts = now === undefined ? undefined : factsNow(now);
    if (!facts || laterIds.has(facts.first.commit)) return undefined;
    return { ...facts, changes: facts.changes.filter(change => !laterIds.has(change.commit)) };
  };
}
