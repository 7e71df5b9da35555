import type { MergeHunk } from './hunks';
import { lineChanges } from './lineChanges';

/** Conflicts with no more lines between them than this are one, and so are those with any number without a letter or digit. */
const LINES_BETWEEN = 3;

/**
 * Conflicts without the lines that both sides have alike, as git shows them where no base is shown: `xdl_refine_conflicts`
 * and `xdl_simplify_non_conflicts` in git's xdiff/xmerge.c. Of what is left the base is no longer known line by line.
 */
export function refined(
  hunks: readonly MergeHunk[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly MergeHunk[] {
  const fine = hunks.flatMap(hunk => (hunk.from === 'both' ? parted(hunk, ours, theirs) : [hunk]));
  return fine.reduce<MergeHunk[]>((all, hunk) => {
    const last = all.at(-1);
    const isOne =
      last?.from === 'both' && hunk.from === 'both' && isLittle(ours.slice(last.ours.end, hunk.ours.start));
    if (!isOne) return [...all, hunk];
    const upTo = (side: 'base' | 'ours' | 'theirs') => ({ start: last[side].start, end: hunk[side].end });
    return [
      ...all.slice(0, -1),
      { from: 'both', base: upTo('base'), ours: upTo('ours'), theirs: upTo('theirs') },
    ];
  }, []);
}

function isLittle(between: readonly string[]): boolean {
  return between.length <= LINES_BETWEEN || !between.some(line => /[0-9A-Za-z]/.test(line));
}

function parted(hunk: MergeHunk, ours: readonly string[], theirs: readonly string[]): MergeHunk[] {
  const [mine, other] = [hunk.ours, hunk.theirs];
  if (mine.start === mine.end || other.start === other.end) return [hunk];
  const changes = lineChanges(ours.slice(mine.start, mine.end), theirs.slice(other.start, other.end));
  return changes.map(({ at, removed, newAt, added }) => ({
    ...hunk,
    ours: { start: mine.start + at, end: mine.start + at + removed },
    theirs: { start: other.start + newAt, end: other.start + newAt + added },
  }));
}
