import type { Problem } from '../../problem';
import { isDeal, toBeSettled, type Entry } from '../entry';
import type { Surroundings } from './hints';
import { problemsIn } from './problemsIn';

/** What goes wrong where lines are merged that belong together. */
const OF_MERGES: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  'duplicate-key',
  'history-mismatch',
  'history-order',
  'history-outcome',
  'stage-behind-outcome',
  'open-with-outcome',
  'conflict-markers',
]);

/**
 * What a merge has left wrong in a deal: what was wrong with the file before is not the merge's.
 *
 * @param before the file on the side into which the other was merged, if it was there
 */
export function wrongAfterMerge(
  now: Entry,
  before: Entry | undefined,
  { process, today }: Pick<Surroundings, 'process' | 'today'>,
): Problem | undefined {
  const ofMerges = (entry: Entry) =>
    problemsIn(entry, { process, today, alike: [] }).filter(({ code }) => OF_MERGES.has(code));
  const known = new Set(before ? ofMerges(before).map(nameOf) : []);
  return ofMerges(now).find(problem => !known.has(nameOf(problem)));
}

/** Whether markers show that the file is in conflict. */
export function hasMarkers(entry: Entry): boolean {
  const settled = toBeSettled(entry);
  const problems = isDeal(entry) ? entry.problems : [];
  return [...(settled ? [settled] : []), ...problems].some(({ code }) => code === 'conflict-markers');
}

/** Of keys that stand twice, each is its own problem; all else is one wherever it stands now. */
function nameOf({ code, says }: Problem): string {
  return code === 'duplicate-key' ? `${code} ${JSON.stringify(says)}` : code;
}
