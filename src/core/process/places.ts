import { isCollection, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { parseYamlText } from '../frontMatter/yamlText';
import type { KeyPath } from './schema';

/** A key or a value of a process file, and where it stands: offsets into the text. */
export interface KeyOrValueInProcess {
  /** The way to it; to the value of the key, where it is one. */
  readonly path: KeyPath;
  readonly isKey: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in brackets or braces. */
  readonly isInline: boolean;
  /** The keys beside a key. */
  readonly keys: readonly string[];
}

/** The key or the value that stands at an offset. */
export function writtenAt(text: string, offset: number): KeyOrValueInProcess | undefined {
  for (const one of allIn(text)) if (one.start <= offset && offset <= one.end) return one;
  return undefined;
}

/** A word that nobody writes: where the cursor is in it, what is being written there is that word. */
const MARK = 'dealNotesCursor';

/**
 * What is being written at an offset: as far as it is there, or nothing yet. In a text that is being written there are
 * mistakes; what can be read of it tells where one is.
 */
export function beingWrittenAt(text: string, offset: number): KeyOrValueInProcess | undefined {
  const start = offset - /[\w-]*$/.exec(lineUntil(text, offset))![0].length;
  const end = offset + /^[\w-]*/.exec(text.slice(offset, offset + 100))![0].length;
  // Alone on its line it may become a key, and without a colon would be one with the line below.
  const isAlone =
    /^[ \t]*(?:-[ \t]+)*$/.test(lineUntil(text, start)) && /^[ \t]*\r?(?:\n|$)/.test(text.slice(end));
  for (const one of allIn(text.slice(0, start) + MARK + (isAlone ? ':' : '') + text.slice(end))) {
    if (one.text !== MARK) continue;
    const found = { ...one, text: text.slice(start, end), start, end };
    return isAlone && one.keys.length === 1 ? { ...found, path: one.path.slice(0, -1), isKey: false } : found;
  }
  return undefined;
}

/** The line up to an offset. */
export function lineUntil(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function* allIn(text: string): Iterable<KeyOrValueInProcess> {
  const parsed = parseYamlText(text, {});
  if (parsed) yield* below(parsed.document.contents, [], false);
}

function* below(node: unknown, path: KeyPath, isInline: boolean): Iterable<KeyOrValueInProcess> {
  const inside = isInline || (isCollection(node) && node.flow === true);
  if (isMap(node)) {
    const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    for (const [at, { key, value }] of node.items.entries()) {
      const to = [...path, names[at]!];
      if (isScalar(key)) yield written(key, to, { isKey: true, isInline: inside, keys: names });
      yield* below(value, to, inside);
    }
  } else if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) yield* below(item, [...path, at], inside);
  } else if (isScalar(node)) {
    yield written(node, path, { isKey: false, isInline: inside, keys: [] });
  }
}

function written(
  scalar: Scalar,
  path: KeyPath,
  rest: Pick<KeyOrValueInProcess, 'isKey' | 'isInline' | 'keys'>,
): KeyOrValueInProcess {
  const [start, end] = (scalar as Node).range!;
  return { path, text: String(scalar.value), start, end, ...rest };
}
