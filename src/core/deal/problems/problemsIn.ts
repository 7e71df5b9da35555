import type { Problem } from '../../problem';
import { match, type Entry, type UnreadEntry } from '../entry';
import { hintsFor, type Surroundings } from './hints';

/** All that is wrong with a file, or could be better: the one list for the editor and for the command line. */
export function problemsIn(entry: Entry, surroundings: Surroundings): readonly Problem[] {
  return match<readonly Problem[]>(entry, {
    deal: entry => {
      const hints = hintsFor(entry, surroundings);
      return hints.length ? [...entry.problems, ...hints] : entry.problems;
    },
    attention: allOf,
    // Both sides may have more to them; that can wait until one is kept.
    conflict: allOf,
    note: () => [],
  });
}

function allOf({ problem, others = [] }: UnreadEntry): readonly Problem[] {
  return [problem, ...others];
}
