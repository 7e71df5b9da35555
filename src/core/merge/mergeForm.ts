import { commentsIn } from './comments';
import { mergeFlowLines } from './flowMap';
import { dataIn, type KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { mergeMapLines } from './mergeMap';
import { onOneLine } from './onOneLine';
import { isSameData, isSameLines, pick } from './pick';
import { isConflict, linesOfSide, mergeLines } from './pieces';

/** Lines of a key, and what they say. */
export type LinesOfKey = Pick<KeyPart, 'lines' | 'value'>;

/**
 * The lines of a key of which both sides have changed how it stands there, and at most one what it says: the value of the one,
 * the comments and the quotes of the other. `undefined` where that cannot be.
 *
 * @param value what they have to say
 */
export function mergeForm(
  versions: ThreeVersions<KeyPart | undefined>,
  value: unknown,
): LinesOfKey | undefined {
  const { base, ours, theirs } = versions;
  if (!ours || !theirs) return undefined;
  const all = { base: base?.lines ?? [], ours: ours.lines, theirs: theirs.lines };
  for (const lines of [onOneLine(all), byLines(all), mergeMapLines(versions), mergeFlowLines(all)]) {
    const said = lines && dataIn(lines)?.[ours.key];
    if (lines && isSameData(said, value)) return { lines, value: said };
  }
  // What only differs in quotes or blanks need not be told; a comment must not be lost.
  const written = { base: commentsIn(all.base), ours: commentsIn(all.ours), theirs: commentsIn(all.theirs) };
  const kept = pick(written, isSameLines)?.value;
  const sides = [ours, theirs].filter(
    one => isSameData(one.value, value) && kept && isSameLines(commentsIn(one.lines), kept),
  );
  // A number in quotes is none for the figures.
  return sides.find(one => typeof one.value === 'number') ?? sides[0];
}

function byLines(all: ThreeVersions<readonly string[]>): readonly string[] | undefined {
  const pieces = mergeLines(all, false);
  return pieces.some(isConflict) ? undefined : linesOfSide(pieces, 'ours');
}
