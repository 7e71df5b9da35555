import type { KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { isSameData } from './pick';

/** The keys of a front matter in each version. */
export type KeyVersions = ThreeVersions<ReadonlyMap<string, KeyPart>>;

/**
 * Of keys that are judged together those that are for a person to decide: both sides have changed something about them, and
 * neither has all that the other has changed.
 */
export function groupInConflict(group: readonly string[], versions: KeyVersions): readonly string[] {
  const { base, ours, theirs } = versions;
  const differ = (a: ReadonlyMap<string, KeyPart>, b: ReadonlyMap<string, KeyPart>) => (key: string) =>
    !isSameData(a.get(key)?.value, b.get(key)?.value);
  const apart = group.filter(differ(ours, theirs));
  const isOurs = differ(ours, base);
  const isTheirs = differ(theirs, base);
  const isTold = apart.some(isOurs) && apart.some(isTheirs);
  return isTold ? apart : [];
}
