import { betweenCommas } from './commas';
import { commentsIn } from './comments';
import type { KeyPart } from './headParts';
import type { MergeItem } from './unite';

/** A list of a front matter, cut into its items. */
export interface CutList {
  /**
   * `block` where each item has lines of its own, `flow` where all stand in brackets on the line of the key, `spread` where the
   * brackets go over several lines.
   */
  readonly style: 'block' | 'flow' | 'spread';
  /** What stands before the first item: the line of the key, or all up to the bracket and its blanks. */
  readonly head: string;
  /** What stands behind the last item: the bracket, and a comment; `spread` also has a comma there, if it had one. */
  readonly tail: string;
  /** In brackets what stands between a comma and the item behind it, if that has no own `gap`: blanks, or the end of a line and blanks. */
  readonly gap: string;
  /** What stands before the words of an item: `  - `. */
  readonly dash: string;
  readonly items: readonly CutItem[];
}

/** An item as written in its list, including the dash if it has lines of its own. */
export interface CutItem {
  readonly lines: readonly string[];
  readonly value: unknown;
  /** Between the comma and it, where the items of a list in brackets stand differently. */
  readonly gap?: string;
}

/** `undefined` where an item has neither lines nor a place in brackets of its own. */
export function cutList(part: KeyPart): CutList | undefined {
  const { lines, value } = part;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const [first, ...below] = lines;
  if (!Array.isArray(value) && value !== null) return undefined;
  if (below.length === 0) return value === null ? undefined : cutFlow(first!, list);
  return cutSpread(lines, list) ?? cutBlock(first!, below, list);
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
  return { style: 'block', head, tail: '', gap: '', dash: `${dash[1]} `, items };
}

function cutFlow(line: string, values: readonly unknown[]): CutList | undefined {
  const head = HEAD_IN_BRACKETS.exec(line)?.[0];
  const cut = head === undefined ? undefined : betweenCommas(line, head.length);
  if (head === undefined || !cut || cut.parts.length !== values.length) return undefined;
  const items = cut.parts.map((token, at) => ({ lines: [token], value: values[at] }));
  return { style: 'flow', head, tail: line.slice(cut.end), gap: ' ', dash: '', items };
}

const HEAD_IN_BRACKETS = /^.*?:[ \t\n]+\[[ \t\n]*/;

/** Between its brackets there's no place where a comment would belong to one item: such a list is not cut. */
function cutSpread(lines: readonly string[], values: readonly unknown[]): CutList | undefined {
  const text = lines.join('\n');
  const head = HEAD_IN_BRACKETS.exec(text)?.[0];
  const cut = head === undefined ? undefined : betweenCommas(text, head.length);
  if (head === undefined || !cut || cut.parts.length !== values.length) return undefined;
  const closing = text.indexOf(']', cut.end);
  if (commentsIn(text.slice(0, closing).split('\n')).length) return undefined;
  const hasLastComma = cut.parts.length > 0 && text[cut.end - 1] === ',';
  const tail = (hasLastComma ? ',' : '') + text.slice(cut.end);
  const [, opening = ''] = /\[(\s*)$/.exec(head) ?? [];
  const gaps = cut.gaps.slice(1);
  const gap = [...gaps, opening].find(one => one.includes('\n')) ?? gaps[0] ?? ' ';
  const isEven = gaps.every(one => one === gap);
  const items = cut.parts.map((token, at) => {
    const own = at > 0 ? gaps[at - 1]! : gap;
    return { lines: token.split('\n'), value: values[at], ...(isEven ? {} : { gap: own }) };
  });
  return { style: 'spread', head, tail, gap, dash: '', items };
}

/** The items, each named by what makes it the same in two versions. */
export function named(
  { items }: Pick<CutList, 'items'>,
  nameOf: (value: unknown) => string,
  dayOf?: (value: unknown) => string | undefined,
): MergeItem[] {
  return items.map(item => ({ ...item, id: nameOf(item.value), on: dayOf?.(item.value) }));
}

/**
 * The lines of an item as a list of another style has them, in brackets with the gap before it; `undefined` where it has no form
 * on one line.
 */
export function inStyle({ lines, gap }: CutItem, list: CutList): readonly string[] | undefined {
  const dash = /^( *)-( +|$)/;
  const at = lines.findIndex(line => dash.test(line));
  const isOneLine = lines.length === 1;
  if (list.style === 'block') {
    if (at < 0) return isOneLine ? [list.dash + lines[0]!] : undefined;
    const [, indent = ''] = dash.exec(lines[at]!)!;
    const wanted = /^ */.exec(list.dash)![0];
    return lines.map(line => (line.startsWith(indent) ? wanted + line.slice(indent.length) : line));
  }
  if (!isOneLine && (at >= 0 || list.style === 'flow')) return undefined;
  const words = at < 0 ? lines.join('\n') : lines[0]!.replace(dash, '').trimEnd();
  return [(list.style === 'flow' ? list.gap : (gap ?? list.gap)) + words];
}
