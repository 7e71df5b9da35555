import type { Problem } from '../../problem';
import { match, type Entry } from '../entry';
import { hintsFor, type Surroundings } from './hints';

/** All that is wrong with a file, or could be better: the one list for the editor and for the command line. */
export function problemsIn(entry: Entry, surroundings: Surroundings): readonly Problem[] {
  return match<readonly Problem[]>(entry, {
    deal: entry => {
      // What could be better with either side can wait until one is kept.
      if (entry.deal.conflict) return entry.problems;
      const hints = hintsFor(entry, surroundings);
      return hints.length ? [...entry.problems, ...hints] : entry.problems;
    },
    attention: ({ problem, others = [] }) => [problem, ...others],
    note: () => [],
  });
}
