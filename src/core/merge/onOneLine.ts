import { closingQuote } from './commas';
import type { ThreeVersions } from './lines/hunks';
import { pick } from './pick';

/** `value: 12 # net`: what stands before the value, the value and what stands behind it, each by itself. */
export function onOneLine({
  base,
  ours,
  theirs,
}: ThreeVersions<readonly string[]>): readonly string[] | undefined {
  const [from, mine, others] = [base, ours, theirs].map(([line, ...more]) =>
    more.length || line === undefined ? undefined : partsOfLine(line),
  );
  if (!mine || !others) return undefined;
  const merged = mine.map((part, at) => pickPart({ base: from?.[at], ours: part, theirs: others[at]! }));
  return merged.includes(undefined) ? undefined : [merged.join('')];
}

/** Of a number that both have written anew the one without quotes: in quotes it is none for the figures. */
function pickPart({ base, ours, theirs }: PartVersions): string | undefined {
  const picked = pick({ base, ours, theirs }, (a, b) => a === b);
  if (picked) return picked.value;
  const plain = (part: string) => part.replace(/^(["'])(.*)\1$/, '$2');
  const isNumber = (part: string) => part !== '' && !Number.isNaN(Number(part));
  return plain(ours) === plain(theirs) ? [ours, theirs].find(isNumber) : undefined;
}

interface PartVersions {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
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
