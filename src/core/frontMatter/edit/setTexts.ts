import { isScalar, isSeq, type Node, type Scalar, type YAMLSeq } from 'yaml';
import { oneLine } from '../../oneLine';
import type { TextEdit } from '../../textEdit';
import type { Data } from '../parse';
import { say } from '../say';
import { appendItems } from './appendItem';
import type { FrontMatterChange } from './change';
import { NotEditable } from './notEditable';
import { renderScalar } from './scalar';
import { contentEnd, dashOf, type Source } from './source';

/** The texts in a value: of a list the items, of one text the parts between its commas; empty where there are none. */
export function textsIn(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return [];
  const items: unknown[] = Array.isArray(value) ? value : String(value).split(',');
  const texts: string[] = [];
  for (const item of items) {
    const text = textOf(item);
    if (text) texts.push(text);
  }
  return texts;
}

/** A list with other texts in it: what goes makes place for what comes, and the rest stays where it is. */
export function withTexts(list: readonly unknown[], wanted: readonly string[]): unknown[] {
  const { isGone, added } = difference(list.map(textOf), wanted);
  const coming = [...added];
  const kept = list.flatMap((item, at) => (isGone[at] ? coming.splice(0, 1) : [item]));
  return [...kept, ...coming];
}

/** Says by other means what can be: a list that loses all goes, and one text is set. What remains are true lists. */
export function resolveTexts(before: Data, change: FrontMatterChange): FrontMatterChange {
  // Not by assignment: a key may be named `__proto__`.
  const set = new Map(Object.entries(change.set ?? {}));
  const texts = new Map<string, readonly string[]>();
  const clear = [...(change.clear ?? [])];
  for (const [key, wanted] of Object.entries(change.texts ?? {})) {
    const value = Object.hasOwn(before, key) ? before[key] : undefined;
    if (textsIn(value).join('\n') === wanted.join('\n')) continue;
    const isText = typeof value !== 'object' && value !== undefined;
    const isEmpty = Array.isArray(value) ? withTexts(value, wanted).length === 0 : wanted.length === 0;
    if (isEmpty) clear.push(key);
    else if (isText) set.set(key, wanted.join(', '));
    else texts.set(key, wanted);
  }
  return { ...change, set: Object.fromEntries(set), clear, texts: Object.fromEntries(texts) };
}

/** Makes a list have these texts: each change where it stands, and in the list's own style. */
export function setTexts(source: Source, key: string, wanted: readonly string[]): TextEdit[] {
  const list = source.pair(key)?.value as Node | null | undefined;
  if (!isSeq(list)) return appendItems(source, key, wanted);
  const items = list.items as (Node | null)[];
  const { isGone, added } = difference(items.map(textOfNode), wanted);
  const gone = [...isGone.keys()].filter(at => isGone[at]);
  if (gone.length && source.isShared(list)) throw new NotEditable(say('anchorInUse', { key }), key);
  const replaced = gone.slice(0, added.length);
  const rest = added.slice(replaced.length);
  return [
    ...replaced.map((at, index) => replaceText(items[at] as Scalar, key, added[index]!)),
    ...removeItems(source, list, key, gone.slice(replaced.length)),
    ...(rest.length ? appendItems(source, key, rest) : []),
  ];
}

/** @param there the text of each item; `undefined` for what is none, and stays */
function difference(there: readonly (string | undefined)[], wanted: readonly string[]) {
  const known = new Set(there);
  const wishes = new Set(wanted);
  return {
    isGone: there.map(text => text !== undefined && !wishes.has(text)),
    added: wanted.filter(text => !known.has(text)),
  };
}

function textOf(item: unknown): string | undefined {
  return typeof item === 'object' ? undefined : oneLine(String(item));
}

function textOfNode(node: unknown): string | undefined {
  return isScalar(node) ? textOf(node.value) : undefined;
}

function replaceText(node: Scalar, key: string, text: string): TextEdit {
  const [start, end] = node.range!;
  if (node.tag || node.type?.startsWith('BLOCK')) throw new NotEditable(say('otherItem', { key }), key);
  return { start, end, text: renderScalar(text, node.type as Scalar.Type) };
}

/** Some of the items, never all: then the key goes. */
function removeItems(source: Source, list: YAMLSeq, key: string, gone: readonly number[]): TextEdit[] {
  if (!list.flow) return gone.map(at => removeLine(source, list, key, at));
  const isGone = new Set(gone);
  const items = list.items as Node[];
  return gone
    .filter(at => !isGone.has(at - 1))
    .map(first => {
      let last = first;
      while (isGone.has(last + 1)) last++;
      const next = items[last + 1];
      const start = next || !first ? items[first]!.range![0] : contentEnd(items[first - 1]!);
      const end = next ? next.range![0] : contentEnd(items[last]!);
      if (/\s#/.test(source.yaml.slice(start, end)))
        throw new NotEditable(say('commentBetween', { key }), key);
      return { start, end, text: '' };
    });
}

/** With its line; a comment on it stays. */
function removeLine(source: Source, list: YAMLSeq, key: string, at: number): TextEdit {
  const dash = dashOf(list, at);
  const line = source.lineStart(dash);
  if (source.yaml.slice(line, dash).trim()) throw new NotEditable(say('sharedLine', { key }), key);
  const end = contentEnd(list.items[at] as Node);
  const comment = source.yaml[end - 1] === '\n' ? -1 : source.restOfLine(end).search(/\S/);
  return comment < 0
    ? { start: line, end: source.nextLine(end), text: '' }
    : { start: dash, end: end + comment, text: '' };
}
