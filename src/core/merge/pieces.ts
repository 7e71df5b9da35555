import type { ThreeVersions } from './lines/hunks';
import { refined } from './lines/refine';
import { hunksOf, type LineRange, type MergeHunk } from './lines/hunks';

/** What a conflict is about. */
export type ConflictAbout =
  /** Keys of the front matter, which are judged together. */
  | 'fields'
  /** Items of one of its lists; in `history`, moves. */
  | 'list'
  /** Entries of the log. */
  | 'log'
  /** Other lines of the notes, or of a whole text that could not be merged by what it says. */
  | 'lines';

/** What both sides have changed differently: lines of the merged text, as each side has them. */
export interface OpenConflict {
  readonly about: ConflictAbout;
  /** The keys that it is about, as the file has them; none in the notes. */
  readonly keys: readonly string[];
  readonly lines: ThreeVersions<readonly string[]>;
}

/** A part of a merged text: lines, or a conflict. */
export type MergePiece = readonly string[] | OpenConflict;

export function isConflict(piece: MergePiece): piece is OpenConflict {
  return 'about' in piece;
}

/** The lines of a merged text with one side taken in each conflict. */
export function linesOfSide(pieces: readonly MergePiece[], side: 'ours' | 'theirs'): string[] {
  return pieces.flatMap(piece => (isConflict(piece) ? piece.lines[side] : piece));
}

/** Decides conflicts between lines by what they say. */
export type DecideLines = (lines: ThreeVersions<readonly string[]>) => readonly MergePiece[] | undefined;

/**
 * Merges lines as `git merge-file` does.
 *
 * @param withBase as it does it where conflicts show their base (`diff3`): then they keep the lines that both sides have alike
 * @param decide is asked before a conflict is told
 */
export function mergeLines(
  versions: ThreeVersions<readonly string[]>,
  withBase: boolean,
  decide: DecideLines = () => undefined,
): MergePiece[] {
  const { base, ours, theirs } = versions;
  const decided = new Map<LineRange, readonly MergePiece[]>();
  const hunks = hunksOf(versions).map((hunk): MergeHunk => {
    const pieces =
      hunk.from === 'both'
        ? decide({
            base: base.slice(hunk.base.start, hunk.base.end),
            ours: ours.slice(hunk.ours.start, hunk.ours.end),
            theirs: theirs.slice(hunk.theirs.start, hunk.theirs.end),
          })
        : undefined;
    if (!pieces) return hunk;
    decided.set(hunk.ours, pieces);
    return { ...hunk, from: 'ours' };
  });
  const pieces: MergePiece[] = [];
  let at = 0;
  const within = (lines: readonly string[], { start, end }: LineRange) => lines.slice(start, end);
  for (const hunk of withBase ? hunks : refined(hunks, ours, theirs)) {
    pieces.push(ours.slice(at, hunk.ours.start));
    at = hunk.ours.end;
    const found = decided.get(hunk.ours);
    if (found) pieces.push(...found);
    else if (hunk.from === 'ours') pieces.push(within(ours, hunk.ours));
    else if (hunk.from === 'theirs') pieces.push(within(theirs, hunk.theirs));
    else {
      const [mine, other] = [within(ours, hunk.ours), within(theirs, hunk.theirs)];
      const lines = { base: within(base, hunk.base), ours: mine, theirs: other };
      pieces.push({ about: 'lines', keys: [], lines });
    }
  }
  pieces.push(ours.slice(at));
  return pieces;
}
