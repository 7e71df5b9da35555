import type { KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { isConflict, linesOfSide, type MergePiece } from './pieces';

/** A key of the merged front matter. */
export interface MergedKey {
  readonly pieces: readonly MergePiece[];
  /** What it has to say with either side taken in its conflicts; `undefined` where the key is not there then. */
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** A key as one version has it, or nothing if that version doesn't have it. */
export function takenFrom(part: Pick<KeyPart, 'lines' | 'value'> | undefined): MergedKey {
  return { pieces: part ? [part.lines] : [], ours: part?.value, theirs: part?.value };
}

/** Both versions of some keys, which are for a person to decide. */
export function keysInConflict(
  keys: readonly string[],
  versions: ThreeVersions<ReadonlyMap<string, KeyPart>>,
): readonly MergedKey[] {
  const linesIn = (side: ReadonlyMap<string, KeyPart>) => keys.flatMap(key => side.get(key)?.lines ?? []);
  const lines = {
    base: linesIn(versions.base),
    ours: linesIn(versions.ours),
    theirs: linesIn(versions.theirs),
  };
  return keys.map((key, at) => ({
    pieces: at === 0 ? [{ about: 'fields', keys, lines }] : [],
    ours: versions.ours.get(key)?.value,
    theirs: versions.theirs.get(key)?.value,
  }));
}

/** Whether nothing of a key is left to decide. */
export function isDecided({ pieces }: MergedKey): boolean {
  return !pieces.some(isConflict);
}

/** Whether it has a line, with one side taken. */
export function isThere({ pieces }: MergedKey, side: 'ours' | 'theirs'): boolean {
  return linesOfSide(pieces, side).length > 0;
}
