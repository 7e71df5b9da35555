import { isMap, type Pair } from 'yaml';
import { STANDARD_NAMES } from '../keyNames';
import { isSame } from './proof';
import { renderKey } from './scalar';
import { partGroups } from './groups';
import { placeOf } from './setKey';
import { keyStart, pairEnd, Source } from './source';
import { applyEdits, shiftEdits } from '../../textEdit';
import { cutFrontMatter } from '../cut';
import { parseExact, parseFrontMatter, type Data } from '../parse';

/** A key of a front matter with all that stands in it, to stand in another one. */
export interface CopiedKey {
  readonly key: string;
  /** As the file writes them, comments too: a phone number `0049` that was written anew would be 49. */
  readonly lines: readonly string[];
  readonly value: unknown;
}

/**
 * A key as it stands there; `undefined` where it is missing or says nothing.
 *
 * @param key as the file has it
 */
export function copyKey(text: string, key: string): CopiedKey | undefined {
  const parsed = parseFrontMatter(text);
  if (parsed.kind !== 'found' || !Object.hasOwn(parsed.data, key)) return undefined;
  const value = parsed.data[key];
  const source = sourceOf(text)?.source;
  const pair = source?.pair(key);
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty || !source || !pair) return undefined;
  return {
    key,
    lines: source.root!.flow ? linesFromBraces(source, key, pair) : ownLines(source, pair),
    value,
  };
}

function ownLines(source: Source, pair: Pair): readonly string[] {
  const { rootIndent } = source;
  const end = source.lineBehind(pairEnd(pair));
  const lines = source.yaml
    .slice(keyStart(pair), end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  return lines.map(line => (line.startsWith(rootIndent) ? line.slice(rootIndent.length) : line));
}

/** What may stand without a space between braces may not do so on a line. */
function linesFromBraces({ yaml }: Source, key: string, pair: Pair): readonly string[] {
  const colon = pair.srcToken!.sep!.find(({ type }) => type === 'map-value-ind')!.offset;
  const value = yaml.slice(colon + 1, pairEnd(pair)).trimStart();
  return `${renderKey(key)}: ${value}`.split(/\r?\n/);
}

/**
 * The text with the key in it, in the place of one of that name or else where people write it. The result is read again:
 * `undefined` where it would not say the same there, since an alias has no anchor, for one, or where anything else would
 * be different.
 *
 * @param names the keys that files have for the standard fields
 */
export function pasteKey(
  text: string,
  { key, lines, value }: CopiedKey,
  names = STANDARD_NAMES,
): string | undefined {
  const found = sourceOf(text, names);
  if (!found || found.source.root?.flow) return undefined;
  const { source, start } = found;
  const pair = source.pair(key);
  const at = pair ? source.lineStart(keyStart(pair)) : placeOf(source, key);
  const end = pair ? source.lineBehind(pairEnd(pair)) : at;
  const [indent, newline] = [source.rootIndent, source.newlineBefore(at)];
  const pasted = lines.map(line => (line ? indent : '') + line + newline).join('');
  const edit = { start: at, end, text: pasted };
  const result = applyEdits(text, shiftEdits(pair ? [edit] : partGroups(source, [{ key, edit }]), start));
  const [before, after] = [parseFrontMatter(text), parseFrontMatter(result)];
  const isRight =
    before.kind === 'found' &&
    after.kind === 'found' &&
    isSame({ ...after.data }, withKey(before.data, key, value)) &&
    text.slice(before.frontMatter.end) === result.slice(after.frontMatter.end);
  return isRight ? result : undefined;
}

function sourceOf(text: string, names = STANDARD_NAMES): { source: Source; start: number } | undefined {
  const cut = cutFrontMatter(text, names);
  if (cut.kind !== 'found') return undefined;
  const { start } = cut.frontMatter;
  const exact = parseExact(text, cut.frontMatter);
  if ('problem' in exact) return undefined;
  const { yaml, document, comments } = exact;
  const { contents } = document;
  if (contents !== null && !isMap(contents)) return undefined;
  const newline = text[start - 2] === '\r' ? '\r\n' : '\n';
  return { source: new Source(yaml, document, comments, contents ?? undefined, newline, names), start };
}

/** Not by assignment: a key may be named `__proto__`. */
function withKey(data: Data, key: string, value: unknown): Data {
  return Object.fromEntries(new Map([...Object.entries(data), [key, value]]));
}
