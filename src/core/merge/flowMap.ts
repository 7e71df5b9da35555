import { betweenCommas } from './commas';
import { commentsIn } from './comments';
import { dataIn } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { inOneOrder } from './order';
import { pick } from './pick';

/**
 * Versions of a group of keys in braces, `{name: R. Lee, role: buyer}`, on one line or several, merged key by key: each as the side
 * has it that has changed it. `undefined` where both have changed one differently, or there are comments in between.
 */
export function mergeFlowMap({ base, ours, theirs }: ThreeVersions<string | undefined>): string | undefined {
  const [from, mine, others] = [base, ours, theirs].map(flowParts);
  if (!mine || !others) return undefined;
  const inAll = <T>(of: (side: FlowParts) => T): ThreeVersions<T | undefined> => ({
    base: from && of(from),
    ours: of(mine),
    theirs: of(others),
  });
  const names = (side: FlowParts | undefined) => [...(side?.pairs.keys() ?? [])];
  const pairs: Pair[] = [];
  for (const key of inOneOrder({ base: names(from), ours: names(mine), theirs: names(others) })) {
    const pair = mergePair(inAll(side => side.pairs.get(key)));
    if (pair === 'differs') return undefined;
    if (pair) pairs.push(pair);
  }
  const tail = pick(
    inAll(side => side.tail),
    (a, b) => a === b,
  )?.value;
  if (tail === undefined) return undefined;
  const head = eitherOf(inAll(side => side.head));
  const [opening, gap] = [eitherOf(inAll(side => side.opening)), eitherOf(inAll(side => side.gap))];
  if (!pairs.length) return head + tail.replace(/,?\s*/, '');
  return head + opening + pairs.map((one, at) => (at ? `,${one.gap ?? gap}` : '') + one.text).join('') + tail;
}

/** The same of lines; none where there was nothing. */
export function mergeFlowLines(versions: ThreeVersions<readonly string[]>): readonly string[] | undefined {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(lines =>
    lines.length ? lines.join('\n') : undefined,
  );
  return mergeFlowMap({ base, ours, theirs })?.split('\n');
}

interface FlowParts {
  /** Up to the brace. */
  readonly head: string;
  /** Blanks behind that. */
  readonly opening: string;
  /** What stands between a comma and the pair behind it, where that was the first on its side. */
  readonly gap: string;
  /** By their keys. */
  readonly pairs: ReadonlyMap<string, Pair>;
  /** From the blanks before the closing brace on, or a comma that stands there. */
  readonly tail: string;
}

interface Pair {
  readonly text: string;
  /** What stands between the comma and it; the first has none. */
  readonly gap?: string | undefined;
}

/** Before the brace: the dash of an item, or a key without quotes. */
const HEAD = /^(?: *(?:- +)?|[^\s"'#&*!|>@`%{}[\],?:-][^"'#{}[\],:]*:\s+)\{/;

function flowParts(text: string | undefined): FlowParts | undefined {
  const head = HEAD.exec(text ?? '')?.[0];
  const cut = head === undefined ? undefined : betweenCommas(text!, head.length);
  if (text === undefined || head === undefined || !cut) return undefined;
  const closing = text.indexOf('}', cut.end);
  if (commentsIn(text.slice(0, closing).split('\n')).length) return undefined;
  const pairs = new Map<string, Pair>();
  for (const [at, pair] of cut.parts.entries()) {
    const [key, ...more] = Object.keys(dataIn([`{${pair}}`]) ?? {});
    if (key === undefined || more.length || pairs.has(key)) return undefined;
    pairs.set(key, { text: pair, gap: at ? cut.gaps[at] : undefined });
  }
  const hasLastComma = pairs.size > 0 && text[cut.end - 1] === ',';
  const opening = cut.gaps[0] ?? '';
  const gap = cut.gaps[1] ?? (opening.includes('\n') ? opening : ' ');
  return { head, opening, gap, pairs, tail: (hasLastComma ? ',' : '') + text.slice(cut.end) };
}

function mergePair({ base, ours, theirs }: ThreeVersions<Pair | undefined>): Pair | undefined | 'differs' {
  const texts = { base: base?.text, ours: ours?.text, theirs: theirs?.text };
  const picked = pick(texts, (a, b) => a === b);
  const text = picked ? picked.value : mergeFlowMap(texts);
  if (text === undefined) return picked ? undefined : 'differs';
  const gaps = { base: base?.gap, ours: (ours ?? theirs)!.gap, theirs: (theirs ?? ours)!.gap };
  return { text, gap: eitherOf(gaps) };
}

/** Of blanks and the like, which nobody need decide: what one side has changed, or the same of the two whichever is named first. */
function eitherOf<T extends string | undefined>({ base, ours, theirs }: ThreeVersions<T | undefined>): T {
  const picked = pick({ base, ours, theirs }, (a, b) => a === b);
  return (picked ? picked.value : [ours, theirs].sort()[0]) as T;
}
