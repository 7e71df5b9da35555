import { parseFrontMatter, type Data, type Parsed } from '../frontMatter/parse';
import type { ThreeVersions } from './lines/hunks';
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
 * Cuts a file with front matter into parts. `undefined` where it is written in a way in which a key has no lines of its own.
 *
 * @param parsed what it says
 */
export function dealParts(
  { text, lines }: PlainText,
  { said, frontMatter }: ParsedHead,
): DealParts | undefined {
  const count = text.slice(frontMatter.start, frontMatter.end).split('\n').length - 1;
  const parts = keyParts(lines.slice(1, count + 1), said);
  return parts && { ...parts, fences: [lines[0]!, lines[count + 1]!], notes: lines.slice(count + 2) };
}

/** A front matter that reads. */
export type ParsedHead = Extract<Parsed, { kind: 'found' }>;

const BLANK_OR_COMMENT = /^(?:#|[ \t]*$)/;
const KEY_LINE = /^(?![\s\]}]|-(?:\s|$))/;
const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>@`%{}[\],?-][^:#]*?|-[^\s:#]+))[ \t]*:(?=[ \t]|$)/;

/** A key of the front matter in each version; none where it isn't there. */
export function partsOf(
  key: string,
  { base, ours, theirs }: ThreeVersions<ReadonlyMap<string, KeyPart>>,
): ThreeVersions<KeyPart | undefined> {
  return { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) };
}

/**
 * Cuts lines by their keys, and gives each what the whole says of it. That each part says this by itself is not looked at: the
 * result of a merge is read again.
 */
export function keyParts(lines: readonly string[], said: Data): KeyParts | undefined {
  const keys = new Map<string, KeyPart>();
  let own: string[] = [];
  let pending: string[] = [];
  for (const line of lines) {
    if (BLANK_OR_COMMENT.test(line)) {
      pending.push(line);
    } else if (KEY_LINE.test(line)) {
      const [, inDouble, inSingle, plain] = KEY.exec(line) ?? [];
      const key = inDouble ?? inSingle ?? plain;
      if (key === undefined || !Object.hasOwn(said, key) || keys.has(key)) return undefined;
      own = [line];
      keys.set(key, { key, lead: pending, lines: own, value: said[key] });
      pending = [];
    } else {
      if (!own.length) return undefined;
      own.push(...pending, line);
      pending = [];
    }
  }
  return keys.size === Object.keys(said).length ? { keys, tail: pending } : undefined;
}

/** What lines of YAML say by themselves. */
export function dataIn(lines: readonly string[]): Data | undefined {
  const parsed = parseFrontMatter(`---\n${lines.join('\n')}\n---\n`);
  return parsed.kind === 'found' ? parsed.said : undefined;
}
