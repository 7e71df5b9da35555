import { closingQuote } from './commas';
import { dataIn, type KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { mergeMapLines } from './mergeMap';
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
  for (const lines of [onOneLine(all), byLines(all), mergeMapLines(versions)]) {
    if (lines && isSameData(dataIn(lines)?.[ours.key], value)) return { lines, value };
  }
  // What only differs in quotes or blanks need not be told; a comment must not be lost.
  const written = { base: comments(all.base), ours: comments(all.ours), theirs: comments(all.theirs) };
  const kept = pick(written, isSameLines)?.value;
  const side = [ours, theirs].find(
    one => isSameData(one.value, value) && kept && isSameLines(comments(one.lines), kept),
  );
  return side && { lines: side.lines, value };
}

function byLines(all: ThreeVersions<readonly string[]>): readonly string[] | undefined {
  const pieces = mergeLines(all, false);
  return pieces.some(isConflict) ? undefined : linesOfSide(pieces, 'ours');
}

/** `value: 12 # net`: what stands before the value, the value and what stands behind it, each by itself. */
function onOneLine({ base, ours, theirs }: ThreeVersions<readonly string[]>): readonly string[] | undefined {
  const [from, mine, others] = [base, ours, theirs].map(([line, ...more]) =>
    more.length || line === undefined ? undefined : partsOfLine(line),
  );
  if (!from || !mine || !others) return undefined;
  const merged = mine.map((part, at) =>
    pick({ base: from[at]!, ours: part, theirs: others[at]! }, (a, b) => a === b),
  );
  return merged.every(one => one !== undefined) ? [merged.map(one => one.value).join('')] : undefined;
}

function partsOfLine(line: string): string[] | undefined {
  const head = /^(?:"[^"]*"|'[^']*'|[^"'\s][^:]*):[ \t]*/.exec(line)?.[0];
  if (head === undefined) return undefined;
  const rest = line.slice(head.length);
  const quoteEnd = /^["']/.test(rest) ? closingQuote(rest, 0) + 1 : 0;
  const behind = /(?:^|[ \t]+)#.*$/.exec(rest.slice(quoteEnd));
  const end = behind ? quoteEnd + behind.index : rest.length;
  return [head, rest.slice(0, end), rest.slice(end)];
}

function comments(lines: readonly string[]): string[] {
  return lines.flatMap(line => /(?:^|[ \t])#.*$/.exec(line)?.[0].trim() ?? []);
}
