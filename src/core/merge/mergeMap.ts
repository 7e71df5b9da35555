import { mergeFlowLines, mergeFlowMap } from './flowMap';
import { keyParts, type KeyPart, type KeyParts } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { onOneLine } from './onOneLine';
import { inOneOrder } from './order';
import { isSameData, isSameLines, pick } from './pick';
import { isRecord } from '../shapes';
import type { Data } from '../frontMatter/parse';

/** What a group of keys says when each key is merged by itself; `undefined` where one was changed differently. */
export function mergeData({
  base,
  ours,
  theirs,
}: ThreeVersions<unknown>): { readonly value: unknown } | undefined {
  const picked = pick({ base, ours, theirs }, isSameData);
  if (picked || !isRecord(ours) || !isRecord(theirs)) return picked;
  const from = isRecord(base) ? base : {};
  const merged = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const one = mergeData({ base: own(from, key), ours: own(ours, key), theirs: own(theirs, key) });
    if (!one) return undefined;
    if (one.value !== undefined) merged.set(key, one.value);
  }
  // Not by assignment: a key may be named `__proto__`.
  return { value: Object.fromEntries(merged) };
}

function own(data: Data, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

/** The lines of a key with more keys below it, merged key by key. */
export function mergeMapLines(versions: ThreeVersions<KeyPart | undefined>): readonly string[] | undefined {
  const { base, ours, theirs } = versions;
  const [from, mine, others] = [base, ours, theirs].map(below);
  if (!mine || !others) return undefined;
  const merged = mergeParts({ base: from?.parts ?? NONE, ours: mine.parts, theirs: others.parts });
  return merged && [mine.head, ...merged.map(line => (line ? mine.indent + line : line))];
}

const NONE: KeyParts = { keys: new Map([]), tail: [] };

interface Below {
  readonly head: string;
  readonly indent: string;
  readonly parts: KeyParts;
}

function below(part: KeyPart | undefined): Below | undefined {
  if (!part || !isRecord(part.value)) return undefined;
  const [head, ...lines] = part.lines;
  const indent = /^ +/.exec(lines.find(line => line.trim()) ?? '')?.[0];
  if (indent === undefined || !lines.every(line => !line.trim() || line.startsWith(indent))) return undefined;
  const parts = keyParts(
    lines.map(line => line.slice(indent.length)),
    part.value,
  );
  return parts && { head: head!, indent, parts };
}

function mergeParts({ base, ours, theirs }: ThreeVersions<KeyParts>): readonly string[] | undefined {
  const names = (side: KeyParts) => [...side.keys.keys()];
  const lines: string[] = [];
  for (const key of inOneOrder({ base: names(base), ours: names(ours), theirs: names(theirs) })) {
    const [b, o, t] = [base, ours, theirs].map(side => side.keys.get(key));
    const whole = (part: KeyPart | undefined) => part && [...part.lead, ...part.lines];
    const isAlike = (x: KeyPart | undefined, y: KeyPart | undefined) =>
      whole(x)?.join('\n') === whole(y)?.join('\n');
    const one = pick({ base: b, ours: o, theirs: t }, isAlike);
    const merged = one ? (whole(one.value) ?? []) : deeper({ base: b, ours: o, theirs: t });
    if (!merged) return undefined;
    lines.push(...merged);
  }
  const tail = pick(
    { base: base.tail, ours: ours.tail, theirs: theirs.tail },
    (a, b) => a.join('\n') === b.join('\n'),
  );
  return tail && [...lines, ...tail.value];
}

/** A key of a group with more keys below it, and the comments above it. */
function deeper({ base, ours, theirs }: ThreeVersions<KeyPart | undefined>): readonly string[] | undefined {
  const leads = { base: base?.lead ?? [], ours: ours?.lead ?? [], theirs: theirs?.lead ?? [] };
  const lead = pick(leads, isSameLines)?.value;
  const own = { base: base?.lines ?? [], ours: ours?.lines ?? [], theirs: theirs?.lines ?? [] };
  const lines = mergeMapLines({ base, ours, theirs }) ?? onOneLine(own) ?? mergeFlowLines(own);
  return lead && lines && [...lead, ...lines];
}

/** Two versions of an item with lines for its keys, the first behind the dash: its keys one by one, and the comments above it. */
export function mergeItemLines({
  base,
  ours,
  theirs,
}: ThreeVersions<ItemLines | undefined>): readonly string[] | undefined {
  const [from, mine, others] = [base, ours, theirs].map(itemParts);
  if (!mine || !others) return undefined;
  const lead = pick({ base: from?.lead ?? [], ours: mine.lead, theirs: others.lead }, isSameLines)?.value;
  const [, ...lines] = mergeMapLines({ base: from?.map, ours: mine.map, theirs: others.map }) ?? [];
  if (!lead || !lines.length) return undefined;
  const { dash } = mine;
  const isAlone = !dash.endsWith(' ');
  return [...lead, ...(isAlone ? [dash, ...lines] : lines.with(0, dash + lines[0]!.slice(dash.length)))];
}

/** An item of a list as it stands there. */
type ItemLines = Pick<KeyPart, 'lines' | 'value'>;

interface ItemParts {
  readonly lead: readonly string[];
  /** With the blanks around it; on a line of its own without those behind it. */
  readonly dash: string;
  /** The item as if it were a key with more keys below it. */
  readonly map: KeyPart;
}

function itemParts(item: ItemLines | undefined): ItemParts | undefined {
  const at = item?.lines.findIndex(line => DASH.test(line)) ?? -1;
  const line = item?.lines[at];
  if (!item || line === undefined) return undefined;
  const dash = DASH.exec(line)![0];
  const first = line.slice(dash.length);
  const below = [...(first ? [' '.repeat(dash.length) + first] : []), ...item.lines.slice(at + 1)];
  const map = { key: '', lead: [], lines: ['', ...below], value: item.value };
  return { lead: item.lines.slice(0, at), dash: first ? dash : dash.trimEnd(), map };
}

const DASH = /^ *-(?: +|$)/;

/** Two versions of an item in braces, in lines of its own or between commas: its keys one by one, and the comments above it. */
export function mergeItemInBraces(
  versions: ThreeVersions<ItemLines | undefined>,
): readonly string[] | undefined {
  const { base, ours, theirs } = versions;
  const [from, mine, others] = [base, ours, theirs].map(item => {
    const at = Math.max(item?.lines.findIndex(line => !/^[ \t]*(?:#|$)/.test(line)) ?? 0, 0);
    return { lead: item?.lines.slice(0, at) ?? [], text: item?.lines.slice(at).join('\n') };
  });
  const lead = pick({ base: from!.lead, ours: mine!.lead, theirs: others!.lead }, isSameLines)?.value;
  const text = mergeFlowMap({ base: from!.text, ours: mine!.text, theirs: others!.text });
  return lead && text !== undefined ? [...lead, ...text.split('\n')] : undefined;
}
