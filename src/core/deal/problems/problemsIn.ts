import type { Problem } from '../../problem';
import type { Entry } from '../deal';
import { hintsFor, type Surroundings } from './hints';

/** All that is wrong with a file, or could be better: the one list for the editor and for the command line. */
export function problemsIn(entry: Entry, surroundings: Surroundings): readonly Problem[] {
  if (entry.kind === 'note') return [];
  if (entry.kind === 'attention') return [entry.problem, ...(entry.others ?? [])];
  const hints = hintsFor(entry.deal, surroundings);
  return hints.length ? [...entry.problems, ...hints] : entry.problems;
}
