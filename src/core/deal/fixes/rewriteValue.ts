import { isMap, isSeq, type Node, type Pair } from 'yaml';
import { ownName } from '../../frontMatter/keyNames';
import { cutFrontMatter } from '../../frontMatter/cut';
import type { FieldValue } from '../../frontMatter/edit/scalar';
import type { MapItem } from '../../frontMatter/edit/change';
import { flowItem } from '../../frontMatter/edit/appendItem';
import { isProvedRewrite } from '../../frontMatter/edit/proof';
import { contentEnd, pairEnd, Source, valueStart } from '../../frontMatter/edit/source';
import { parseExact } from '../../frontMatter/parse';
import type { Says } from '../../says';
import { applyEdits, type TextEdit } from '../../textEdit';
import { fix, type Broken, type Fix, type Manner } from './fix';

/** A key of a front matter as it stands in the text; `start` is where the YAML begins. */
export interface OpenedPair {
  readonly pair: Pair;
  readonly source: Source;
  readonly start: number;
}

export function openPair(text: string, key: string): OpenedPair | undefined {
  const cut = cutFrontMatter(text);
  const exact = cut.kind === 'found' ? parseExact(text, cut.frontMatter) : undefined;
  if (cut.kind !== 'found' || !exact || 'problem' in exact || !isMap(exact.document.contents))
    return undefined;
  const newline = text.slice(0, cut.frontMatter.start).endsWith('\r\n') ? '\r\n' : '\n';
  const source = new Source(exact.yaml, exact.document, exact.comments, exact.document.contents, newline);
  const pair = source.pair(key);
  return pair && { pair, source, start: cut.frontMatter.start };
}

/** The range of a value as the edits of its text need it: without the line end of a block of text. */
function rangeOf({ source, start }: OpenedPair, from: number, to: number): { start: number; end: number } {
  const text = source.yaml.slice(from, to).trimEnd();
  return { start: from + start, end: from + text.length + start };
}

/**
 * Puts one value, or a list of groups, behind a key in place of all that stands there, be it a list or a group; none where
 * more would change or a comment would be lost.
 *
 * @param key by its standard name
 */
export function rewriteValue(
  { text, process }: Broken,
  says: Says,
  key: string,
  value: FieldValue | readonly (MapItem | string)[],
  manner: Manner = {},
): Fix[] {
  const own = ownName(process.fields, key);
  const opened = openPair(text, own);
  const colon = opened && valueStart(opened.pair);
  if (colon === undefined) return [];
  const { pair, source } = opened!;
  const place = rangeOf(opened!, colon, pairEnd(pair));
  const isGroups = (some: typeof value): some is readonly (MapItem | string)[] => Array.isArray(some);
  const edits = [{ ...place, text: isGroups(value) ? listOf(source, colon, value) : ` ${flowItem(value)}` }];
  const meant = (before: Readonly<Record<string, unknown>>) => ({ ...before, [own]: value });
  return isProvedRewrite(text, applyEdits(text, edits), meant) ? [fix(says, edits, manner)] : [];
}

function listOf(source: Source, at: number, items: readonly (MapItem | string)[]): string {
  const texts = items.map(item => flowItem(item));
  if (source.root!.flow) return ` [${texts.join(', ')}]`;
  const indent = `${newlineAt(source, at)}${source.rootIndent}  - `;
  return texts.map(text => indent + text).join('');
}

function newlineAt(source: Source, at: number): string {
  return /\r?\n/.exec(source.yaml.slice(at))?.[0] ?? source.newlineBefore(at);
}

/** The same for some items of a list, by their places in it. */
export function rewriteItems(
  { text, process }: Broken,
  says: Says,
  key: string,
  values: ReadonlyMap<number, MapItem>,
  manner: Manner = {},
): Fix[] {
  const own = ownName(process.fields, key);
  const opened = openPair(text, own);
  const list = opened?.pair.value;
  if (!isSeq(list)) return [];
  const edits = [...values].flatMap(([index, value]): TextEdit[] => {
    const item = list.items[index] as Node;
    return [{ ...rangeOf(opened!, item.range![0], contentEnd(item)), text: flowItem(value) }];
  });
  const meant = (before: Readonly<Record<string, unknown>>) => ({
    ...before,
    [own]: (before[own] as unknown[]).map((item, index) => values.get(index) ?? item),
  });
  return isProvedRewrite(text, applyEdits(text, edits), meant) ? [fix(says, edits, manner)] : [];
}
