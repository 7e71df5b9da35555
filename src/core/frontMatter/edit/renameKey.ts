import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { At } from '../../problem';
import { applyEdits, type TextEdit } from '../../textEdit';
import { cutFrontMatter } from '../cut';
import { parseExact } from '../parse';
import { keyName } from '../yamlText';
import { isProvedRewrite } from './proof';
import { renderKey, type ScalarStyle } from './scalar';

/**
 * Gives a key another name where it stands; nothing where there is none, or where anything else would be different.
 *
 * @param at the key, as the file has it: `['history', 2, 'Stage']`
 */
export function renameKey(text: string, at: At, to: string): TextEdit[] {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return [];
  const exact = parseExact(text, cut.frontMatter);
  if ('problem' in exact) return [];
  const key = pairAt(exact.document.contents, at)?.key;
  if (!isScalar(key) || !key.range) return [];
  const [start, end] = key.range.map(offset => offset + cut.frontMatter.start) as [number, number];
  const edits = [{ start, end, text: renderKey(to, key.type as ScalarStyle) }];
  const isRight = isProvedRewrite(
    text,
    applyEdits(text, edits),
    before => renamed(before, at, to) as typeof before,
  );
  return isRight ? edits : [];
}

function pairAt(root: Node | null, at: At): Pair | undefined {
  let node: unknown = root;
  let pair: Pair | undefined;
  for (const step of at) {
    pair = isMap(node) ? node.items.find(one => keyName(one) === String(step)) : undefined;
    node = pair ? pair.value : isSeq(node) ? node.items[step as number] : undefined;
  }
  return pair;
}

/** A copy of data in which one key has another name. */
function renamed(data: unknown, [step, ...rest]: At, to: string): unknown {
  if (Array.isArray(data)) return data.with(step as number, renamed(data[step as number], rest, to));
  if (typeof data !== 'object' || data === null) return data;
  // Not by assignment: a key may be named `__proto__`.
  return Object.fromEntries(
    Object.entries(data).map(([key, value]): [string, unknown] => {
      if (key !== step) return [key, value];
      return rest.length ? [key, renamed(value, rest, to)] : [to, value];
    }),
  );
}
