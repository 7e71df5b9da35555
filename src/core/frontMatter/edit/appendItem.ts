import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isCalendarDate } from '../../calendar';
import type { TextEdit } from '../../textEdit';
import type { ListItem, MapItem } from './change';
import { NotEditable } from './notEditable';
import { renderKey, renderScalar, type FieldValue, type ScalarStyle } from './scalar';
import { addKey } from './setKey';
import { contentEnd, dashOf, isEmptyScalar, isFlow, isNull, valueStart, type Source } from './source';
import { say } from '../say';

/** Adds items at the end of a list, in the style of those that are there. */
export function appendItems(source: Source, key: string, items: readonly ListItem[]): TextEdit[] {
  const pair = source.pair(key);
  if (!pair) {
    const newList = (style: ScalarStyle) =>
      source.root?.flow
        ? `[${items.map(item => flowItem(item, style)).join(', ')}]`
        : items.map(item => `\n${blockLine(source, flowItem(item))}`).join('');
    return [addKey(source, key, newList)];
  }
  const list = pair.value as Node | null;
  if (isAlias(list)) throw new NotEditable(say('aliasOfList', { key }), key);
  if (list && source.isShared(list)) throw new NotEditable(say('anchorInUse', { key }), key);
  if (isNull(list) || (isSeq(list) && list.items.length === 0)) return startList(source, pair, key, items);
  if (!isSeq(list)) throw new NotEditable(say('noList', { key }), key);
  return isFlow(list) ? extendFlow(source, list, items) : [extendBlock(source, list, items)];
}

/** The token that says "no list yet" goes; the items go below. */
function startList(source: Source, pair: Pair, key: string, items: readonly ListItem[]): TextEdit[] {
  const colon = valueStart(pair);
  if (colon === undefined) throw new NotEditable(say('noColon', { key }), key);
  const token = pair.value as Node | null;
  const end = isEmptyScalar(token) ? colon : token!.range![1];
  if (isSeq(token) && source.yaml.slice(token.range![0], end).includes('#')) {
    // The comment in the brackets stays there, and so the items go there, above the closing one.
    const at = source.lineStart(end - 1);
    const newline = source.newlineBefore(at);
    const lines = items.map(item => `${source.indentAt(at)}  ${flowItem(item)}`);
    return [{ start: at, end: at, text: lines.join(`,${newline}`) + newline }];
  }
  if (source.root!.flow)
    return [{ start: colon, end, text: ` [${items.map(item => flowItem(item)).join(', ')}]` }];
  const edits = end > colon ? [removal(source, colon, token!.range![0], end)] : [];
  const at = source.nextLine(end);
  const newline = source.newlineBefore(at);
  const lines = items.map(item => blockLine(source, flowItem(item)) + newline);
  return [...edits, { start: at, end: at, text: lines.join('') }];
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

function extendBlock(source: Source, list: YAMLSeq, items: readonly ListItem[]): TextEdit {
  const last = list.items.length - 1;
  const dash = dashOf(list, last);
  const column = dash - source.lineStart(dash);
  // Comments that stand further in than the dash belong to the last item.
  const at = source.skipComments(source.nextLine(contentEnd(list)), column);
  return { start: at, end: at, text: itemLines(source, list, items, at) };
}

/** The lines of items of a block list, like those that it has, to stand at a place of the text. */
export function itemLines(source: Source, list: YAMLSeq, items: readonly ListItem[], at: number): string {
  const dash = dashOf(list, list.items.length - 1);
  const column = dash - source.lineStart(dash);
  const gap = /^ */.exec(source.yaml.slice(dash + 1))![0] || ' ';
  const newline = source.newlineBefore(at);
  const model = modelOf(list);
  const lines = items.map(item => {
    const text =
      model && !model.flow && isMapItem(item)
        ? blockItem(item, model, newline + ' '.repeat(column + 1 + gap.length))
        : itemLike(source, list, item);
    return `${' '.repeat(column)}-${gap}${text}${newline}`;
  });
  return lines.join('');
}

function extendFlow(source: Source, list: YAMLSeq, items: readonly ListItem[]): TextEdit[] {
  const last = list.items.at(-1) as Node;
  const lastEnd = contentEnd(last);
  const texts = items.map(item => itemLike(source, list, item));
  const comma = commaBehind(source.yaml, lastEnd, list.range![1]);
  const below = source.nextLine(comma ?? lastEnd);
  if (below >= list.range![1]) {
    const at = comma ?? lastEnd;
    const text = texts.join(', ');
    return [{ start: at, end: at, text: comma === undefined ? `, ${text}` : ` ${text}` }];
  }
  const sameLine = source.lineStart(last.range![0]) <= list.range![0];
  const indent = sameLine ? `${source.rootIndent}  ` : source.indentAt(last.range![0]);
  const newline = source.newlineBefore(below);
  const lines = texts.map(text => indent + text).join(`,${newline}`);
  const ownLines = { start: below, end: below, text: lines + (comma === undefined ? '' : ',') + newline };
  return comma === undefined ? [{ start: lastEnd, end: lastEnd, text: ',' }, ownLines] : [ownLines];
}

/** Behind the comma that follows the last item, if one does; a comma in a comment is none. */
function commaBehind(yaml: string, from: number, to: number): number | undefined {
  const between = yaml.slice(from, to).replace(/\s#.*/g, comment => ' '.repeat(comment.length));
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
export function itemLike(source: Source, list: YAMLSeq, item: ListItem): string {
  if (!isMapItem(item)) return renderScalar(item, scalarStyle(list.items.findLast(one => isScalar(one))));
  const fields = Object.entries(item).map(([key, value]) => {
    const model = list.items.findLast(one => isMap(one) && one.has(key));
    return field(key, value, isMap(model) ? model : modelOf(list));
  });
  const pad = isPadded(source, modelOf(list)) ? ' ' : '';
  return `{${pad}${fields.join(', ')}${pad}}`;
}

/** An item on one line, as it is written where nothing says how others are. */
export function flowItem(item: ListItem, style?: ScalarStyle): string {
  if (!isMapItem(item)) return renderScalar(item, style);
  const fields = Object.entries(item).map(
    ([key, value]) => `${renderKey(key, style)}: ${renderValue(value, style)}`,
  );
  return `{${fields.join(', ')}}`;
}

function blockItem(item: MapItem, model: YAMLMap, nextLine: string): string {
  return Object.entries(item)
    .map(([key, value]) => field(key, value, model))
    .join(nextLine);
}

/** One key of an item, with key and value in the quotes that they have in another item, or that others have there. */
function field(key: string, value: MapItem[string], model?: YAMLMap): string {
  const pair = model?.items.find(one => isScalar(one.key) && one.key.value === key);
  const [likeKey, likeValue] = pair ? [pair.key, pair.value] : [model?.items[0]?.key, lastText(model)];
  return `${renderKey(key, scalarStyle(likeKey))}: ${renderValue(value, scalarStyle(likeValue))}`;
}

/** The last value of an item that is a text; dates are often bare where texts are quoted, or the other way round. */
function lastText(model: YAMLMap | undefined): unknown {
  return model?.items.findLast(
    ({ value }) => isScalar(value) && typeof value.value === 'string' && !isCalendarDate(value.value),
  )?.value;
}

/** A list is written on one line. */
function renderValue(value: MapItem[string], style: ScalarStyle): string {
  const isList = (some: MapItem[string]): some is readonly FieldValue[] => Array.isArray(some);
  return isList(value)
    ? `[${value.map(one => renderScalar(one, style)).join(', ')}]`
    : renderScalar(value, style);
}

function scalarStyle(node: unknown): ScalarStyle {
  return isScalar(node) ? (node.type as ScalarStyle) : undefined;
}

function isMapItem(item: ListItem): item is MapItem {
  return typeof item === 'object' && item !== null;
}
