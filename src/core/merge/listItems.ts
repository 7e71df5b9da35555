import { betweenCommas } from './commas';
import type { KeyPart } from './headParts';
import type { MergeItem } from './unite';

/** A list of a front matter, cut into its items. */
export interface CutList {
  /** `block` where each item has lines of its own, `flow` where all stand in brackets on the line of the key. */
  readonly style: 'block' | 'flow';
  /** What stands before the first item: the line of the key, or all up to the bracket and its blanks. */
  readonly head: string;
  /** What stands behind the last item: the bracket, and a comment. */
  readonly tail: string;
  /** What stands before the words of an item: `  - `. */
  readonly dash: string;
  readonly items: readonly CutItem[];
}

/** An item as written in its list, including the dash if it has lines of its own. */
export interface CutItem {
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** `undefined` where an item has neither lines nor a place in brackets of its own. */
export function cutList(part: KeyPart): CutList | undefined {
  const { lines, value } = part;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const [first, ...below] = lines;
  if (!Array.isArray(value) && value !== null) return undefined;
  if (below.length === 0) return value === null ? undefined : cutFlow(first!, list);
  return cutBlock(first!, below, list);
}

function cutBlock(head: string, below: readonly string[], values: readonly unknown[]): CutList | undefined {
  const dash = below.map(line => /^( *-)(?: +|$)/.exec(line)).find(found => found);
  if (!dash || !/:[ \t]*(?:#.*)?$/.test(head)) return undefined;
  const starts = new RegExp(`^${dash[1]}(?: |$)`);
  const groups: string[][] = [];
  let pending: string[] = [];
  for (const line of below) {
    if (/^[ \t]*(?:#|$)/.test(line)) pending.push(line);
    else if (starts.test(line)) {
      groups.push([...pending, line]);
      pending = [];
    } else if (!groups.length) return undefined;
    else {
      groups.at(-1)!.push(...pending, line);
      pending = [];
    }
  }
  if (!groups.length || groups.length !== values.length) return undefined;
  groups.at(-1)!.push(...pending);
  const items = groups.map((lines, at) => ({ lines, value: values[at] }));
  return { style: 'block', head, tail: '', dash: `${dash[1]} `, items };
}

function cutFlow(line: string, values: readonly unknown[]): CutList | undefined {
  const head = /^.*?:[ \t]+\[[ \t]*/.exec(line)?.[0];
  if (head === undefined) return undefined;
  const cut = betweenCommas(line, head.length);
  if (!cut || cut.parts.length !== values.length) return undefined;
  const tail = line.slice(cut.end);
  const items = cut.parts.map((token, at) => ({ lines: [token], value: values[at] }));
  return { style: 'flow', head, tail, dash: '', items };
}

/** The items, each named by what makes it the same in two versions. */
export function named(
  { items }: Pick<CutList, 'items'>,
  nameOf: (value: unknown) => string,
  dayOf?: (value: unknown) => string | undefined,
): MergeItem[] {
  return items.map(({ lines, value }) => ({ lines, value, id: nameOf(value), on: dayOf?.(value) }));
}

/** The lines of an item as a list of another style has them; `undefined` where it has no form on one line. */
export function inStyle(lines: readonly string[], list: CutList): readonly string[] | undefined {
  const dash = /^( *)-( +|$)/;
  const at = lines.findIndex(line => dash.test(line));
  if (list.style === 'flow') {
    if (at < 0) return lines;
    return lines.length === 1 ? [lines[0]!.replace(dash, '').trimEnd()] : undefined;
  }
  if (at < 0) return [list.dash + lines[0]!];
  const [, indent = ''] = dash.exec(lines[at]!)!;
  const wanted = /^ */.exec(list.dash)![0];
  return lines.map(line => (line.startsWith(indent) ? wanted + line.slice(indent.length) : line));
}
