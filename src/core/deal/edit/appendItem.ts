import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../textEdit';
import { NotEditable } from './notEditable';
import { renderScalar, type ScalarStyle } from './scalar';
import { addKey } from './setKey';
import { contentEnd, dashOf, isEmptyScalar, isFlow, isNull, valueStart, type Source } from './source';

/** An item of a list, key by key: `{on: 2026-11-20, stage: proposal}`. */
export type ListItem = Readonly<Record<string, string>>;

/** Adds an item at the end of a list, in the style of the items that are there. */
export function appendItem(source: Source, key: string, item: ListItem): TextEdit[] {
  const pair = source.pair(key);
  if (!pair) {
    const text = source.root?.flow ? `[${flowItem(item)}]` : `\n${blockLine(source, flowItem(item))}`;
    return [addKey(source, key, text)];
  }
  const list = pair.value as Node | null;
  if (isAlias(list)) throw new NotEditable(`“${key}” is an alias of another list`);
  if (list && source.isShared(list))
    throw new NotEditable(`“${key}” has an anchor that is used elsewhere in the file`);
  if (isNull(list) || (isSeq(list) && list.items.length === 0)) {
    const at = valueStart(pair);
    if (at === undefined) throw new NotEditable(`“${key}” has no colon behind it`);
    return startList(source, at, list, flowItem(item));
  }
  if (!isSeq(list)) throw new NotEditable(`“${key}” is not a list`);
  return isFlow(list) ? extendFlow(source, list, item) : [extendBlock(source, list, item)];
}

/** The token that says "no list yet" goes; the first item goes below. */
function startList(source: Source, colon: number, token: Node | null, item: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const end = isEmptyScalar(token) ? colon : token!.range![1];
  if (source.root!.flow) return [{ start: colon, end, text: ` [${item}]` }];
  if (end > colon) edits.push(removal(source, colon, token!.range![0], end));
  const at = source.nextLine(end);
  edits.push({ start: at, end: at, text: blockLine(source, item) + source.newlineBefore(at) });
  return edits;
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
  let at = source.nextLine(contentEnd(list)!);
  // Comments that stand further in than the dash belong to the last item.
  for (;;) {
    const indent = /^( *)#/.exec(source.restOfLine(at))?.[1];
    if (indent === undefined || indent.length <= column) break;
    at = source.nextLine(at + 1);
  }
  const newline = source.newlineBefore(at);
  const model = modelOf(list);
  const text =
    model && !model.flow
      ? blockItem(item, model, newline + ' '.repeat(column + 1 + gap.length))
      : flowItem(item, list, isPadded(source, model));
  return { start: at, end: at, text: `${' '.repeat(column)}-${gap}${text}${newline}` };
}

function extendFlow(source: Source, list: YAMLSeq, item: ListItem): TextEdit[] {
  const last = list.items.at(-1) as Node;
  const lastEnd = contentEnd(last)!;
  const text = flowItem(item, list, isPadded(source, modelOf(list)));
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

function flowItem(item: ListItem, list?: YAMLSeq, padded = false): string {
  const fields = Object.entries(item).map(
    ([key, value]) => `${key}: ${renderScalar(value, styleOf(list, key))}`,
  );
  const pad = padded ? ' ' : '';
  return `{${pad}${fields.join(', ')}${pad}}`;
}

function blockItem(item: ListItem, model: YAMLMap, nextLine: string): string {
  return Object.entries(item)
    .map(([key, value]) => `${key}: ${renderScalar(value, styleIn(model, key))}`)
    .join(nextLine);
}

/** The quotes in which the latest item that has the key writes it. */
function styleOf(list: YAMLSeq | undefined, key: string): ScalarStyle {
  const item = list?.items.findLast(one => isMap(one) && one.has(key));
  return isMap(item) ? styleIn(item, key) : undefined;
}

function styleIn(map: YAMLMap, key: string): ScalarStyle {
  const node = map.get(key, true);
  return isScalar(node) ? node.type : undefined;
}
