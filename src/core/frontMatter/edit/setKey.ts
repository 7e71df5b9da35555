import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { FIELDS, isField } from '../../fields/table';
import type { At } from '../../problem';
import { ownName, standardName } from '../keyNames';
import { say } from '../say';
import type { TextEdit } from '../../textEdit';
import { keyName } from '../yamlText';
import { NotEditable } from './notEditable';
import { renderKey, renderScalar, type FieldValue, type ScalarStyle } from './scalar';
import {
  contentEnd,
  isEmptyScalar,
  keyStart,
  ownLines,
  pairEnd,
  propertiesOf,
  valueStart,
  type Source,
} from './source';

/** Keys in the order in which people write them: those that are no field of a deal as they come, the history last. */
export function inKeyOrder<T>(
  { names }: Source,
  entries: readonly (readonly [string, T])[],
): (readonly [string, T])[] {
  const rankOf = (key: string) => rank(standardName(names, key));
  return entries.toSorted(([a], [b]) => rankOf(a) - rankOf(b));
}

function rank(key = ''): number {
  if (key === 'history') return FIELDS.length + 1;
  return isField(key) ? FIELDS.indexOf(key) : FIELDS.length;
}

export function setKey(source: Source, key: string, value: FieldValue): TextEdit[] {
  const pair = source.pair(key);
  if (!pair) return [addKey(source, key, style => renderScalar(value, style))];
  const node = pair.value as Node | null;
  if (node && source.isShared(node)) {
    throw new NotEditable(say('anchorInUse', { key }), key);
  }
  if (isCollection(node)) throw new NotEditable(say('severalValues', { key }), key);
  const untag = removeTag(source, pair, key, value);
  if (isEmptyScalar(node)) return [...untag, fillIn(source, pair, renderScalar(value))];
  return [...untag, replaceScalar(source, node!, value)];
}

/** Replaces a single value that stands somewhere within a key. */
export function replaceAt(source: Source, [key, ...rest]: At, value: FieldValue): TextEdit[] {
  const name = String(key);
  let node = source.pair(name)?.value as Node | null | undefined;
  for (const step of rest) {
    if (isSeq(node)) node = node.items[step as number] as Node | null | undefined;
    else if (isMap(node)) node = node.items.find(pair => keyName(pair) === step)?.value as Node | null;
    else node = undefined;
  }
  if (!isScalar(node) || isAlias(node) || isEmptyScalar(node) || node.tag?.startsWith('!')) {
    throw new NotEditable(say('notSingle', { key: name }), name);
  }
  if (source.isShared(node)) {
    throw new NotEditable(say('anchorInUse', { key: name }), name);
  }
  return [replaceScalar(source, node, value)];
}

function replaceScalar(source: Source, node: Node, value: FieldValue): TextEdit {
  if (!isScalar(node)) return { start: node.range![0], end: node.range![1], text: renderScalar(value) };
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    return replaceBlockScalar(source, node, renderScalar(value));
  }
  return { start: node.range![0], end: node.range![1], text: renderScalar(value, node.type) };
}

/**
 * A tag such as `!!int` that says what the value was goes with it, unless it says the same of the new one. What a tag of
 * somebody's own means nobody here knows: with it there are only texts.
 */
function removeTag(source: Source, pair: Pair, key: string, value: FieldValue): TextEdit[] {
  const tag = propertiesOf(pair).find(({ type }) => type === 'tag');
  if (!tag || (tag.source === '!!str' && typeof value === 'string')) return [];
  if (!tag.source.startsWith('!!')) {
    if (typeof value === 'string') return [];
    throw new NotEditable(say('ownTag', { key }), key);
  }
  const end = tag.offset + tag.source.length;
  const rest = source.restOfLine(end);
  // Behind an empty value the blank before the tag goes, so that none is left at the end of the line.
  return rest.trim()
    ? [{ start: tag.offset, end: end + /^[ \t]*/.exec(rest)![0].length, text: '' }]
    : [{ start: tag.offset - blanksBefore(source.yaml, tag.offset), end, text: '' }];
}

function blanksBefore(text: string, offset: number): number {
  let count = 0;
  while (text[offset - count - 1] === ' ' || text[offset - count - 1] === '\t') count++;
  return count;
}

/** Takes keys and their values out. Where a comment shares a line with one, it stays, and the value alone goes. */
export function clearKeys(source: Source, keys: readonly string[]): TextEdit[] {
  const pairs = keys.flatMap(key => {
    const pair = source.pair(key);
    const value = pair?.value as Node | null | undefined;
    if (!pair || isEmptyScalar(value)) return [];
    if (source.isShared(value!)) {
      throw new NotEditable(say('anchorInUse', { key }), key);
    }
    return [pair];
  });
  return source.root?.flow
    ? runsOf(source.root.items, pairs).flatMap(run => clearInBraces(source, run))
    : pairs.flatMap(pair => clearLines(source, pair));
}

function clearLines(source: Source, pair: Pair): TextEdit[] {
  const lines = ownLines(source, pair);
  if (lines) return [{ ...lines, text: '' }];
  const parts = propertiesOf(pair).map(token => [token.offset, token.offset + token.source.length] as const);
  return [...parts, [(pair.value as Node).range![0], pairEnd(pair)] as const].map(([from, to]) => ({
    start: from - blanksBefore(source.yaml, from),
    end: to,
    text: '',
  }));
}

/** Those of all that are chosen, each run of neighbours together. */
function runsOf(all: readonly Pair[], chosen: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = [];
  all.forEach((pair, index) => {
    if (!chosen.includes(pair)) return;
    if (chosen.includes(all[index - 1]!)) runs.at(-1)!.push(pair);
    else runs.push([pair]);
  });
  return runs;
}

/**
 * With the comma that would be left over. Where a comment stands between, or nothing would be left, the keys stay, with
 * nothing in them.
 */
function clearInBraces(source: Source, run: readonly Pair[]): TextEdit[] {
  const { items } = source.root!;
  const [first, last] = [run[0]!, run.at(-1)!];
  const previous = items[items.indexOf(first) - 1];
  const next = items[items.indexOf(last) + 1];
  const start = next || !previous ? keyStart(first) : pairEnd(previous);
  const end = next ? keyStart(next) : pairEnd(last);
  if (run.length === items.length || /\s#/.test(source.yaml.slice(start, end))) {
    return run.map(pair => ({
      start: propertiesOf(pair)[0]?.offset ?? (pair.value as Node).range![0],
      end: pairEnd(pair),
      text: 'null',
    }));
  }
  return [{ start, end, text: '' }];
}

/**
 * A new key with its text, where a person would put it.
 *
 * @param render the value in the quotes that are asked for, or on lines of its own, which then begin with a line end
 */
export function addKey(source: Source, key: string, render: (style: ScalarStyle) => string): TextEdit {
  if (source.root?.flow) return addToFlowMap(source, key, render);
  const at = placeOf(source, key);
  const text = render(undefined);
  const line = `${source.rootIndent}${renderKey(key)}:${text.startsWith('\n') ? '' : ' '}${text}`;
  const newline = source.newlineBefore(at);
  return { start: at, end: at, text: `${line}\n`.replaceAll('\n', newline) };
}

/** Behind the nearest key that people write before it; else before the nearest that they write behind it. */
export function placeOf(source: Source, key: string): number {
  const { names, yaml } = source;
  const { length } = yaml;
  const field = standardName(names, key) ?? '';
  if (field === 'history') return length;
  if (!isField(field)) return placeBeforeHistory(source) ?? length;
  const place = FIELDS.indexOf(field);
  for (const earlier of FIELDS.slice(0, place).reverse()) {
    const pair = source.pair(ownName(names, earlier));
    const end = pair && pairEnd(pair);
    if (end !== undefined) return source.lineBehind(end);
  }
  for (const later of FIELDS.slice(place + 1)) {
    const pair = source.pair(ownName(names, later));
    if (pair) return placeBefore(source, pair);
  }
  return length;
}

/** The history stays the last of the keys where it is that. */
function placeBeforeHistory(source: Source): number | undefined {
  const history = source.pair(ownName(source.names, 'history'));
  return history && source.root!.items.at(-1) === history ? placeBefore(source, history) : undefined;
}

/** Above the comments that stand right above a key: they are about it. Those at the top are about the whole file. */
function placeBefore(source: Source, pair: Pair): number {
  const { items } = source.root!;
  const previous = items[items.indexOf(pair) - 1];
  const line = source.lineStart(keyStart(pair));
  if (!previous) return line;
  const top = source.lineBehind(pairEnd(previous));
  let at = line;
  while (at > top) {
    const above = source.lineStart(at - 1);
    const indent = /^( *)#/.exec(source.restOfLine(above))?.[1];
    if (indent === undefined || indent.length > source.rootIndent.length) break;
    at = above;
  }
  return at;
}

/** In the quotes of the keys that are there: a front matter may be JSON. */
function addToFlowMap(source: Source, key: string, render: (style: ScalarStyle) => string): TextEdit {
  const root = source.root!;
  const last = root.items.at(-1);
  const style = isScalar(last?.key) ? (last.key.type as ScalarStyle) : undefined;
  const text = `${renderKey(key, style)}: ${render(style)}`;
  const at = last ? pairEnd(last) : root.range![0] + 1;
  return { start: at, end: at, text: `, ${text}` };
}

function fillIn(source: Source, pair: Pair, text: string): TextEdit {
  const at = valueStart(pair);
  if (at !== undefined) return { start: at, end: at, text: ` ${text}` };
  const end = pairEnd(pair);
  if (source.root!.flow) return { start: end, end, text: `: ${text}` };
  const line = source.nextLine(end);
  return {
    start: line,
    end: line,
    text: `${source.rootIndent}: ${text}${source.newlineBefore(line)}`,
  };
}

/** The header's place takes the new value; its lines go, its comment stays. */
function replaceBlockScalar(source: Source, node: Node, text: string): TextEdit {
  const start = node.range![0];
  const header = source.restOfLine(start);
  const comment = /\s+#.*/.exec(header)?.[0] ?? '';
  const end = contentEnd(node);
  return { start, end, text: `${text}${comment}${source.newlineBefore(end)}` };
}
