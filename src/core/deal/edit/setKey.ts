import { isAlias, isCollection, isScalar, type Node, type Pair } from 'yaml';
import type { TextEdit } from '../../textEdit';
import { NotEditable } from './notEditable';
import { renderScalar, type FieldValue } from './scalar';
import { contentEnd, isEmptyScalar, pairEnd, valueStart, type Source } from './source';

/** The order in which people write a deal's keys: where a key that is new to a file goes. */
const KEY_ORDER = [
  'title',
  'account',
  'owner',
  'stage',
  'status',
  'lost_reason',
  'lost_note',
  'source',
  'value',
  'currency',
  'probability',
  'forecast',
  'close_date',
  'closed_on',
  'next_step',
  'next_step_on',
  'contacts',
  'tags',
  'checks',
  'created',
  'history',
];

export function setKey(source: Source, key: string, value: FieldValue): TextEdit {
  const pair = source.pair(key);
  if (!pair) return addKey(source, key, renderScalar(value));
  const node = pair.value as Node | null;
  if (node && source.isShared(node)) {
    throw new NotEditable(`the value of “${key}” has an anchor that is used elsewhere in the file`);
  }
  if (isCollection(node))
    throw new NotEditable(`“${key}” holds a list or a group of keys, not a single value`);
  if (node === null || isEmptyScalar(node)) return fillIn(pair, key, renderScalar(value));
  if (isAlias(node)) return { start: node.range![0], end: node.range![1], text: renderScalar(value) };
  if (isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')) {
    return replaceBlockScalar(source, node, renderScalar(value));
  }
  const style = isScalar(node) ? node.type : undefined;
  return { start: node.range![0], end: node.range![1], text: renderScalar(value, style) };
}

/** Takes a key and its value out. Where a comment shares their line, it stays, and the value alone goes. */
export function clearKey(source: Source, key: string): TextEdit | undefined {
  const pair = source.pair(key);
  const value = pair?.value as Node | null | undefined;
  if (!pair || value === null || isEmptyScalar(value)) return undefined;
  const end = pairEnd(pair)!;
  if (source.root!.flow) return { start: value!.range![0], end: value!.range![1], text: 'null' };
  const rest = source.restOfLine(end);
  if (source.yaml[end - 1] !== '\n' && rest.trim()) return { start: valueStart(pair)!, end, text: '' };
  return { start: source.lineStart((pair.key as Node).range![0]), end: source.nextLine(end), text: '' };
}

/** A new key with its text, behind the key that people write before it. */
export function addKey(source: Source, key: string, text: string): TextEdit {
  if (source.root?.flow) return addToFlowMap(source, key, text);
  const at = placeOf(source, key);
  const line = `${source.rootIndent}${key}:${text.startsWith('\n') ? '' : ' '}${text}`;
  const newline = source.newlineBefore(at);
  return { start: at, end: at, text: `${line}\n`.replaceAll('\n', newline) };
}

function placeOf(source: Source, key: string): number {
  const place = KEY_ORDER.indexOf(key);
  for (const earlier of KEY_ORDER.slice(0, place).reverse()) {
    const pair = key === 'history' ? undefined : source.pair(earlier);
    const end = pair && pairEnd(pair);
    if (end !== undefined) return source.nextLine(end);
  }
  return source.yaml.length;
}

function addToFlowMap(source: Source, key: string, text: string): TextEdit {
  const root = source.root!;
  const last = root.items.at(-1);
  if (!last) return { start: root.range![0] + 1, end: root.range![0] + 1, text: `${key}: ${text}` };
  const at = pairEnd(last)!;
  return { start: at, end: at, text: `, ${key}: ${text}` };
}

function fillIn(pair: Pair, key: string, text: string): TextEdit {
  const at = valueStart(pair);
  if (at === undefined) throw new NotEditable(`“${key}” has no colon behind it`);
  return { start: at, end: at, text: ` ${text}` };
}

/** The header's place takes the new value; its lines go, its comment stays. */
function replaceBlockScalar(source: Source, node: Node, text: string): TextEdit {
  const start = node.range![0];
  const header = source.restOfLine(start);
  const comment = /\s+#.*$/.exec(header)?.[0] ?? '';
  const end = contentEnd(node)!;
  const newline = source.yaml[end - 1] === '\n' ? source.newlineBefore(end) : '';
  return { start, end, text: `${text}${comment}${newline}` };
}
