import { isMap, type Document } from 'yaml';
import { keyName } from '../frontMatter/yamlText';
import { refuse, type Refusal } from '../refusal';
import type { Says } from '../says';
import { say } from './say';

/** What is wrong in a mapping, and behind which of its keys. */
export interface MappingFault {
  readonly ok: false;
  readonly at: readonly string[];
  readonly says: Says;
}

export function faultAt(at: readonly string[], says: Says): MappingFault {
  return { ok: false, at, says };
}

/**
 * The refusal of a mapping, with the line of what is wrong.
 *
 * @param file where it is kept, where the person doesn't know that it's read
 */
export function refuseMapping(
  file: string | undefined,
  text: string,
  document: Document.Parsed | undefined,
  { at, says: why }: Omit<MappingFault, 'ok'>,
): Refusal {
  const offset = document?.errors[0]?.pos[0] ?? offsetOf(document?.contents, at);
  const line = offset === undefined ? undefined : text.slice(0, offset).split('\n').length;
  if (file !== undefined) return refuse(say('mappingWrong', { file, line, why }));
  return refuse(line === undefined ? why : say('mappingWrong', { file, line, why }));
}

/** Where a key stands; nothing where none is there. */
function offsetOf(node: unknown, [key, ...deeper]: readonly string[]): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(one => keyName(one) === key);
  const { range } = (pair?.key ?? {}) as { readonly range?: readonly number[] };
  return (deeper.length ? offsetOf(pair?.value, deeper) : undefined) ?? range?.[0];
}
