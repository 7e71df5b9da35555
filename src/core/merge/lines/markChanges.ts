import type { ChangedLines } from './slide';
import { walkBoth, type LineNumbers } from './walkBoth';

/** Lines that stand in the other text at least so often tell little of where they belong: by the root of the lines, and at most. */
const MOST_MATCHES = 1024;
/** So far up and down it is looked whether such a line stands among others that are not in the other text. */
const WINDOW = 100;
/** So many of those to one such line make it one of them. */
const RATIO = 4;

/**
 * Marks the lines in which two texts differ as git does it: what both begin and end with is left out, then lines that the other
 * text has not, or that stand there often, among those; the rest is compared step by step. As `xdl_cleanup_records` has it in
 * git's xdiff/xprepare.c. No package for diffs leaves out the same lines, and where they are blank a merge by lines then is another.
 */
export function markChanges(from: ChangedLines, to: ChangedLines): void {
  let start = 0;
  let [end, newEnd] = [from.lines.length, to.lines.length];
  while (start < end && start < newEnd && from.lines[start] === to.lines[start]) start++;
  while (end > start && newEnd > start && from.lines[end - 1] === to.lines[newEnd - 1]) {
    end--;
    newEnd--;
  }
  const numbers = new Map<string, number>();
  const left = leftToCompare(from, to, start, end, numbers);
  const newLeft = leftToCompare(to, from, start, newEnd, numbers);
  walkBoth(left, newLeft);
}

/** The lines of a text that are compared, each with a number that stands for what it says. */
function leftToCompare(
  { lines, isChanged }: ChangedLines,
  other: ChangedLines,
  start: number,
  end: number,
  numbers: Map<string, number>,
): LineNumbers {
  const counts = new Map<string, number>();
  for (const line of other.lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const limit = Math.min(MOST_MATCHES, roughRoot(lines.length));
  const kinds = lines.map(line => {
    const count = counts.get(line) ?? 0;
    return count === 0 ? 'alone' : count >= limit ? 'frequent' : 'known';
  });
  const places: number[] = [];
  const said: number[] = [];
  for (let at = start; at < end; at++) {
    const isLeft =
      kinds[at] === 'known' || (kinds[at] === 'frequent' && !isAmongAlone(kinds, at, start, end));
    if (!isLeft) {
      isChanged[at] = 1;
      continue;
    }
    const line = lines[at]!;
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    places.push(at);
    said.push(number);
  }
  return { places, said, isChanged };
}

type LineKind = 'alone' | 'frequent' | 'known';

function isAmongAlone(kinds: readonly LineKind[], at: number, start: number, end: number): boolean {
  const above = around(kinds, at, -1, Math.max(start, at - WINDOW));
  if (above.alone === 0) return false;
  const below = around(kinds, at, 1, Math.min(end - 1, at + WINDOW));
  if (below.alone === 0) return false;
  const frequent = above.frequent + below.frequent + 2;
  return frequent * RATIO < frequent + above.alone + below.alone;
}

/** How many lines of either kind stand next to one, up to the first that is known. */
function around(kinds: readonly LineKind[], at: number, step: 1 | -1, last: number) {
  let [alone, frequent] = [0, 0];
  for (let next = at + step; step > 0 ? next <= last : next >= last; next += step) {
    if (kinds[next] === 'known') break;
    if (kinds[next] === 'alone') alone++;
    else frequent++;
  }
  return { alone, frequent };
}

/** A power of two that is about the root of a number. */
function roughRoot(number: number): number {
  let root = 1;
  for (let rest = number; rest > 0; rest >>= 2) root <<= 1;
  return root;
}
