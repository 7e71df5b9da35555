import type { At } from '../../problem';
import { cutFrontMatter, type FrontMatter } from '../cut';
import { dataOf, type Comment } from '../yamlText';
import { parseExact, type Data, type Exact } from '../parse';
import { say } from '../say';
import { itemsOf, type FrontMatterChange, type PlacedItem } from './change';
import { NotEditable } from './notEditable';
import { withTexts } from './setTexts';
import { keyStart, ownLines, pairEnd, type Source } from './source';

/** A file before an edit. */
export interface Original {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly source: Source;
  readonly before: Data;
}

/**
 * Reads the result of an edit as if it were any file, and compares: the data is what was intended, the body and what
 * stands before the front matter are the same to the byte, and no comment is lost but those inside a key that was
 * taken out. It knows nothing of how the edit was made.
 *
 * @throws NotEditable where anything else differs
 */
export function proveEdit(
  { text, frontMatter, source, before }: Original,
  change: FrontMatterChange,
  result: string,
): void {
  const cut = cutFrontMatter(result);
  const isProved =
    cut.kind === 'found' &&
    result.slice(0, cut.frontMatter.start) === text.slice(0, frontMatter.start) &&
    result.slice(cut.frontMatter.end) === text.slice(frontMatter.end) &&
    isAsIntended(source, before, change, parseExact(result, cut.frontMatter));
  if (!isProved) throw new NotEditable(say('sideEffect'));
}

/**
 * The same for a change by which the items of a list change places, or a value gets quotes: the data is what was
 * intended, nothing but the front matter is different, and all that people wrote in it is there still.
 */
export function isProvedRewrite(text: string, result: string, intendedOf: (before: Data) => Data): boolean {
  const [before, after] = [cutFrontMatter(text), cutFrontMatter(result)];
  if (before.kind !== 'found' || after.kind !== 'found') return false;
  const [was, is] = [parseExact(text, before.frontMatter), parseExact(result, after.frontMatter)];
  if ('problem' in was || 'problem' in is) return false;
  try {
    const data = (dataOf(was.document) ?? {}) as Data;
    return (
      result.slice(0, after.frontMatter.start) === text.slice(0, before.frontMatter.start) &&
      result.slice(after.frontMatter.end) === text.slice(before.frontMatter.end) &&
      isSame(dataOf(is.document), intendedOf(data)) &&
      isSame(is.comments.map(({ text: one }) => one).sort(), was.comments.map(({ text: one }) => one).sort())
    );
  } catch (cause) {
    // `yaml` throws on aliases that come before their anchors.
    if (cause instanceof ReferenceError) return false;
    throw cause;
  }
}

function isAsIntended(source: Source, before: Data, change: FrontMatterChange, result: Exact): boolean {
  if ('problem' in result) return false;
  const data = (dataOf(result.document) ?? {}) as Data;
  return (
    isSame(withoutNulls(data), withoutNulls(intended(before, change))) &&
    keepsComments(source, change, result.comments)
  );
}

function intended(
  before: Data,
  { append = {}, insert = {}, set = {}, clear = [], texts = {}, replace = [], fill = [] }: FrontMatterChange,
): Data {
  const data = new Map<string, unknown>([...Object.entries(before), ...Object.entries(set)]);
  for (const key of clear) data.delete(key);
  for (const [key, item] of Object.entries(append)) {
    const list = Object.hasOwn(before, key) ? before[key] : undefined;
    data.set(key, [...(Array.isArray(list) ? (list as unknown[]) : []), ...itemsOf(item)]);
  }
  for (const [key, placed] of Object.entries(insert)) {
    const list = Object.hasOwn(before, key) ? before[key] : undefined;
    data.set(key, withItems(Array.isArray(list) ? list : [], placed));
  }
  for (const [key, wanted] of Object.entries(texts)) {
    const list = Object.hasOwn(before, key) ? before[key] : undefined;
    data.set(key, withTexts(Array.isArray(list) ? list : [], wanted));
  }
  for (const { at, value } of [...replace, ...fill]) {
    const [key, ...rest] = at;
    data.set(String(key), withValueAt(data.get(String(key)), rest, value));
  }
  // Not by assignment: a key may be named `__proto__`.
  return Object.fromEntries(data);
}

function withItems(list: readonly unknown[], placed: readonly PlacedItem[]): unknown[] {
  const itemsAt = (isMeant: (at: number) => boolean) =>
    placed.filter(({ at }) => isMeant(at)).map(({ item }) => item);
  return [
    ...list.flatMap((one, place) => [...itemsAt(at => at === place), one]),
    ...itemsAt(at => at >= list.length),
  ];
}

/** A copy of data in which another value stands at one place. */
function withValueAt(data: unknown, [step, ...rest]: At, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.with(step as number, withValueAt(data[step as number], rest, value));
  if (typeof data !== 'object' || data === null) return value;
  const inside = withValueAt((data as Data)[step], rest, value);
  return Object.fromEntries([...Object.entries(data), [step, inside]]);
}

function keepsComments(
  source: Source,
  { clear = [] }: FrontMatterChange,
  after: readonly Comment[],
): boolean {
  const cleared = clear
    .map(key => source.pair(key))
    .filter(pair => pair !== undefined)
    .map(pair => ownLines(source, pair) ?? { start: keyStart(pair), end: pairEnd(pair) });
  const kept = source.comments.filter(
    ({ offset }) => !cleared.some(({ start, end }) => offset >= start && offset < end),
  );
  return isSubsequence(kept, after) && isSubsequence(after, source.comments);
}

function isSubsequence(some: readonly Comment[], all: readonly Comment[]): boolean {
  let at = 0;
  for (const { text } of all) if (some[at]?.text === text) at++;
  return at === some.length;
}

/** A key that is cleared may stay with nothing behind it, for the sake of a comment on its line. */
function withoutNulls(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

/**
 * Deep equality of YAML data, which by its aliases may share parts and even contain itself. The libraries for it look
 * at `constructor`, which a file may use as a key.
 *
 * @param isAlike of what has no parts
 */
export function isSame(
  a: unknown,
  b: unknown,
  isAlike: (a: unknown, b: unknown) => boolean = Object.is,
  compared = new Map<object, unknown>(),
): boolean {
  if (isAlike(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (compared.get(a) === b) return true;
  compared.set(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && isSame((a as Data)[key], (b as Data)[key], isAlike, compared))
  );
}
