import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { At } from '../../problem';
import { say } from '../say';
import type { TextEdit } from '../../textEdit';
import { keyName } from '../yamlText';
import { NotEditable } from './notEditable';
import { renderKey, renderScalar, type FieldValue, type ScalarStyle } from './scalar';
import { pairEnd, type Source } from './source';

/** Adds a key to a group that stands somewhere within a key, behind those that it has, on a line of its own where they have lines. */
export function fillAt(source: Source, at: At, value: FieldValue): TextEdit {
  const [key, ...rest] = at;
  const name = String(key);
  let node = source.pair(name)?.value as Node | null | undefined;
  for (const step of rest.slice(0, -1)) {
    if (isSeq(node)) node = node.items[step as number] as Node | null | undefined;
    else if (isMap(node)) node = node.items.find(pair => keyName(pair) === step)?.value as Node | null;
    else node = undefined;
  }
  const added = String(rest.at(-1));
  const last = isMap(node) ? node.items.at(-1) : undefined;
  if (!isMap(node) || !last || node.items.some(pair => keyName(pair) === added))
    throw new NotEditable(say('notSingle', { key: name }), name);
  if (source.isShared(node)) throw new NotEditable(say('anchorInUse', { key: name }), name);
  const style = isScalar(last.key) ? (last.key.type as ScalarStyle) : undefined;
  const text = `${renderKey(added, style)}: ${renderScalar(value)}`;
  const end = pairEnd(last);
  if (node.flow) return { start: end, end, text: `, ${text}` };
  const start = (node.items[0]!.key as Node).range![0];
  const column = start - source.lineStart(start);
  const line = source.skipComments(source.nextLine(end), column);
  return { start: line, end: line, text: `${' '.repeat(column)}${text}${source.newlineBefore(line)}` };
}
