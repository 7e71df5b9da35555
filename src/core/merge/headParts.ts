import { isSame } from '../frontMatter/edit/proof';
import type { KeyNames } from '../frontMatter/keyNames';
import { parseFrontMatter, type Data } from '../frontMatter/parse';
import type { PlainText } from './plainLines';

/** A key with all its lines. */
export interface KeyPart {
  /** As the file has it. */
  readonly key: string;
  /** Comments and blank lines above it. */
  readonly lead: readonly string[];
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** Keys and values of which each has lines of its own. */
export interface KeyParts {
  readonly keys: ReadonlyMap<string, KeyPart>;
  /** Comments and blank lines behind the last of them. */
  readonly tail: readonly string[];
}

/** A deal file, cut into the parts that are merged one by one. */
export interface DealParts extends KeyParts {
  /** The line that opens the front matter, and the one that closes it. */
  readonly fences: readonly [string, string];
  readonly notes: readonly string[];
}

/** A text without anything in it: what those come from that were made on both sides. */
export const NO_PARTS: DealParts = { fences: ['---', '---'], keys: new Map([]), tail: [], notes: [] };

/**
 * Cuts a file with front matter into parts. `undefined` where it cannot be read, or is written in a way in which a key has no
 * lines of its own.
 */
export function dealParts(
  { text, lines }: PlainText,
  names: KeyNames,
  read: ReadLines = dataIn,
): DealParts | undefined {
  const parsed = parseFrontMatter(text, names);
  if (parsed.kind !== 'found') return undefined;
  const { said, frontMatter } = parsed;
  const count = text.slice(frontMatter.start, frontMatter.end).split('\n').length - 1;
  const parts = keyParts(lines.slice(1, count + 1), said, read);
  return parts && { ...parts, fences: [lines[0]!, lines[count + 1]!], notes: lines.slice(count + 2) };
}

const BLANK_OR_COMMENT = /^(?:#|[ \t]*$)/;
const KEY_LINE = /^(?![\s\]}]|-(?:\s|$))/;

/** Cuts lines by their keys. Each key is read by itself, and has to say what the whole says of it. */
export function keyParts(
  lines: readonly string[],
  said: Data,
  read: ReadLines = dataIn,
): KeyParts | undefined {
  const keys = new Map<string, KeyPart>();
  let [lead, own, pending]: [string[], string[], string[]] = [[], [], []];
  const finish = (): boolean => {
    if (!own.length) return true;
    const part = keyPart(lead, own, said, read);
    if (!part || keys.has(part.key)) return false;
    keys.set(part.key, part);
    return true;
  };
  for (const line of lines) {
    if (BLANK_OR_COMMENT.test(line)) {
      pending.push(line);
    } else if (KEY_LINE.test(line)) {
      if (!finish()) return undefined;
      [lead, own, pending] = [pending, [line], []];
    } else {
      if (!own.length) return undefined;
      own.push(...pending, line);
      pending = [];
    }
  }
  return finish() && keys.size === Object.keys(said).length ? { keys, tail: pending } : undefined;
}

function keyPart(
  lead: readonly string[],
  lines: readonly string[],
  said: Data,
  read: ReadLines,
): KeyPart | undefined {
  const data = read(lines);
  const [key, ...others] = Object.keys(data ?? {});
  if (key === undefined || others.length || !Object.hasOwn(said, key)) return undefined;
  const value = data![key];
  return isSame(value, said[key]) ? { key, lead, lines, value } : undefined;
}

/** What lines of YAML say by themselves. */
export function dataIn(lines: readonly string[]): Data | undefined {
  const parsed = parseFrontMatter(`---\n${lines.join('\n')}\n---\n`);
  return parsed.kind === 'found' ? parsed.said : undefined;
}

/** Reads lines of YAML by themselves; `undefined` where they do not read. */
export type ReadLines = (lines: readonly string[]) => Data | undefined;

/** Reads lines that stand in several versions once. */
export function readOnce(): ReadLines {
  const known = new Map<string, Data | undefined>();
  return lines => {
    const text = lines.join('\n');
    if (!known.has(text)) known.set(text, dataIn(lines));
    return known.get(text);
  };
}
