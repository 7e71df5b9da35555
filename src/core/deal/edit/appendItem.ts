import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../textEdit';
import type { ListItem } from './change';
import { NotEditable } from './notEditable';
import { renderKey, renderScalar, type FieldValue, type ScalarStyle } from './scalar';
import { addKey } from './setKey';
import { contentEnd, dashOf, isEmptyScalar, isFlow, isNull, valueStart, type Source } from './source';

/** Adds an item at the end of a list, in the style of the items that are there. */
export function appendItem(source: Source, key: string, item: ListItem): TextEdit[] {
  const pair = source.pair(key);
  if (!pair) {
    const firstItem = (style: ScalarStyle) =>
      source.root?.flow ? `[${flowItem(item, style)}]` : `\n${blockLine(source, flowItem(item))}`;
    return [addKey(source, key, firstItem)];
  }
  const list = pair.value as Node | null;
  if (isAlias(list)) throw new NotEditable(`“${key}” is an alias of another list`, key);
  if (list && source.isShared(list))
    throw new NotEditable(`“${key}” has an anchor that is used elsewhere in the file`, key);
  if (isNull(list) || (isSeq(list) && list.items.length === 0)) return startList(source, pair, key, item);
  if (!isSeq(list)) throw new NotEditable(`“${key}” is not a list`, key);
  return isFlow(list) ? extendFlow(source, list, item) : [extendBlock(source, list, item)];
}

/** The token that says "no list yet" goes; the first item goes below. */
function startList(source: Source, pair: Pair, key: string, item: ListItem): TextEdit[] {
  const colon = valueStart(pair);
  if (colon === undefined) throw new NotEditable(`“${key}” has no colon behind it`, key);
  const token = pair.value as Node | null;
  const end = isEmptyScalar(token) ? colon : token!.range![1];
  if (isSeq(token) && source.yaml.slice(token.range![0], end).includes('#')) {
    // The comment in the brackets stays there, and so the item goes there, above the closing one.
    const at = source.lineStart(end - 1);
    const text = `${source.indentAt(at)}  ${flowItem(item)}${source.newlineBefore(at)}`;
    return [{ start: at, end: at, text }];
  }
  if (source.root!.flow) return [{ start: colon, end, text: ` [${flowItem(item)}]` }];
  const edits = end > colon ? [removal(source, colon, token!.range![0], end)] : [];
  const at = source.nextLine(end);
  const line = blockLine(source, flowItem(item)) + source.newlineBefore(at);
  return [...edits, { start: at, end: at, text: line }];
}

/** Takes out `[]` or `~` with the blanks before it, or with its line where it has one for itself. */
function removal(source: Source, colon: number, start: number, end: number): TextEdit {
  const line = source.lineStart(start);
  if (line <= colon) return { start: colon, end, text: '' };
  return source.restOfLine(end).trim()
    ? { start, end, text: '' }
    : { start: line, end: source.nextLine(end), text: '' };
}

function blockLine(source: Source, item: string): string {
  return `${source.rootIndent}${listIndent(source)}- ${item}`;
}

/** How far the file's other lists stand in from their keys. */
function listIndent(source: Source): string {
  for (const { value } of source.root?.items ?? []) {
    const dash = isSeq(value) && !value.flow ? dashOf(value, 0) : undefined;
    if (dash !== undefined) return source.indentAt(dash).slice(source.rootIndent.length);
  }
  return '  ';
}

function extendBlock(source: Source, list: YAMLSeq, item: ListItem): TextEdit {
  const last = list.items.length - 1;
  const dash = dashOf(list, last)!;
  const column = dash - source.lineStart(dash);
  const gap = /^ */.exec(source.yaml.slice(dash + 1))![0] || ' ';
  // Comments that stand further in than the dash belong to the last item.
  const at = source.skipComments(source.nextLine(contentEnd(list)!), column);
  const newline = source.newlineBefore(at);
  const model = modelOf(list);
  const text =
    model && !model.flow && isMapItem(item)
      ? blockItem(item, model, newline + ' '.repeat(column + 1 + gap.length))
      : itemLike(source, list, item);
  return { start: at, end: at, text: `${' '.repeat(column)}-${gap}${text}${newline}` };
}

function extendFlow(source: Source, list: YAMLSeq, item: ListItem): TextEdit[] {
  const last = list.items.at(-1) as Node;
  const lastEnd = contentEnd(last)!;
  const text = itemLike(source, list, item);
  const comma = commaBehind(source.yaml, lastEnd, list.range![1]);
  const below = source.nextLine(comma ?? lastEnd);
  if (below >= list.range![1]) {
    const at = comma ?? lastEnd;
    return [{ start: at, end: at, text: comma === undefined ? `, ${text}` : ` ${text}` }];
  }
  const sameLine = source.lineStart(last.range![0]) <= list.range![0];
  const indent = sameLine ? `${source.rootIndent}  ` : source.indentAt(last.range![0]);
  const line = `${indent}${text}${comma === undefined ? '' : ','}${source.newlineBefore(below)}`;
  const ownLine = { start: below, end: below, text: line };
  return comma === undefined ? [{ start: lastEnd, end: lastEnd, text: ',' }, ownLine] : [ownLine];
}

/** Behind the comma that follows the last item, if one does; a comma in a comment is none. */
function commaBehind(yaml: string, from: number, to: number): number | undefined {
  const between = yaml.slice(from, to).replace(/(^|\s)#.*/g, comment => ' '.repeat(comment.length));
  const comma = between.indexOf(',');
  return comma < 0 ? undefined : from + comma + 1;
}

/** The last item that is a map: what a new one is to look like. */
function modelOf(list: YAMLSeq): YAMLMap | undefined {
  return list.items.findLast(item => isMap(item));
}

/** Whether braces have a space inside. */
function isPadded(source: Source, model: YAMLMap | undefined): boolean {
  return model?.flow === true && source.yaml[model.range![0] + 1] === ' ';
}

/** An item on one line, in the quotes and with the braces of those that are in the list already. */
function itemLike(source: Source, list: YAMLSeq, item: ListItem): string {
  if (!isMapItem(item)) return renderScalar(item, scalarStyle(list.items.findLast(one => isScalar(one))));
  const fields = Object.entries(item).map(([key, value]) => {
    const model = list.items.findLast(one => isMap(one) && one.has(key));
    return isMap(model) ? field(key, value, model) : field(key, value);
  });
  const pad = isPadded(source, modelOf(list)) ? ' ' : '';
  return `{${pad}${fields.join(', ')}${pad}}`;
}

function flowItem(item: ListItem, style?: ScalarStyle): string {
  if (!isMapItem(item)) return renderScalar(item, style);
  const fields = Object.entries(item).map(
    ([key, value]) => `${renderKey(key, style)}: ${renderScalar(value, style)}`,
  );
  return `{${fields.join(', ')}}`;
}

function blockItem(item: Readonly<Record<string, FieldValue>>, model: YAMLMap, nextLine: string): string {
  return Object.entries(item)
    .map(([key, value]) => field(key, value, model))
    .join(nextLine);
}

/** One key of an item, with key and value in the quotes that they have in another item. */
function field(key: string, value: FieldValue, model?: YAMLMap): string {
  const pair = model?.items.find(one => isScalar(one.key) && one.key.value === key);
  return `${renderKey(key, scalarStyle(pair?.key))}: ${renderScalar(value, scalarStyle(pair?.value))}`;
}

function scalarStyle(node: unknown): ScalarStyle {
  return isScalar(node) ? (node.type as ScalarStyle) : undefined;
}

function isMapItem(item: ListItem): item is Readonly<Record<string, FieldValue>> {
  return typeof item === 'object' && item !== null;
}
