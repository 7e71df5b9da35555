import { isSeq, type Node, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../textEdit';
import { say } from '../say';
import { appendItems, itemLike, itemLines } from './appendItem';
import type { ListItem, PlacedItem } from './change';
import { NotEditable } from './notEditable';
import { contentEnd, dashOf, isFlow, type Source } from './source';

/** Puts items into their places of a list, in the style of those that are there. */
export function insertItems(source: Source, key: string, placed: readonly PlacedItem[]): TextEdit[] {
  const list = source.pair(key)?.value;
  const length = isSeq(list) ? list.items.length : 0;
  const behind = placed.filter(({ at }) => at >= length).map(({ item }) => item);
  const edits: TextEdit[] = [];
  if (isSeq(list)) {
    for (let at = 0; at < length; at++) {
      const items = placed.filter(one => one.at === at).map(({ item }) => item);
      if (!items.length) continue;
      if (source.isShared(list)) throw new NotEditable(say('anchorInUse', { key }), key);
      edits.push(isFlow(list) ? inBrackets(source, list, at, items) : onLines(source, list, at, items));
    }
  }
  return [...edits, ...(behind.length ? appendItems(source, key, behind) : [])];
}

/** Comments that stand further in than the dash belong to the item above. */
function onLines(source: Source, list: YAMLSeq, place: number, items: readonly ListItem[]): TextEdit {
  const dash = dashOf(list, place);
  const line = source.lineStart(dash);
  const above = place ? (list.items[place - 1] as Node) : undefined;
  const end = above && contentEnd(above);
  const at = end === undefined ? line : source.skipComments(source.nextLine(end), dash - line);
  return { start: at, end: at, text: itemLines(source, list, items, at) };
}

function inBrackets(source: Source, list: YAMLSeq, place: number, items: readonly ListItem[]): TextEdit {
  const at = (list.items[place] as Node).range![0];
  const line = source.lineStart(at);
  const isOnOwnLine = !source.yaml.slice(line, at).trim();
  const gap = isOnOwnLine ? source.newlineBefore(at) + source.indentAt(at) : ' ';
  return { start: at, end: at, text: items.map(item => `${itemLike(source, list, item)},${gap}`).join('') };
}
