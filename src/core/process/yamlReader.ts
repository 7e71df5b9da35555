import { withoutMark } from '../byteOrderMark';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { found, type Found } from '../found';
import { conflictLine } from '../frontMatter/cut';
import { say as sayOfText } from '../frontMatter/say';
import { plainReason, slipIn } from '../frontMatter/yamlProblem';
import { error, warning, type Place, type Problem, type ProblemCode } from '../problem';
import type { Says } from '../says';
import { suggestions } from '../suggest';
import { duplicateKey, MAX_DEPTH, parseYamlText } from '../frontMatter/yamlText';
import { say, type Expected, type Meanwhile, type WayOut } from './say';

/** What reads the value of each key that there is. */
export type KnownKeys = Readonly<Record<string, (node: Node | null) => void>>;

/** Says what a key that there is not was probably meant to be, where more is known of it than its spelling. */
export type Meant = (
  key: string,
  value: Node | null,
  map: YAMLMap,
  asUsual: (meanwhile?: Meanwhile) => Problem,
) => Problem | undefined;

/** Walks the document, and collects a problem at the place of each thing that is not what it should be. */
export class YamlReader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();
  /** Where the key stands that was last looked at: some values are nowhere in the text. */
  private keyPlace: Place = { line: 1, column: 1, end: { line: 1, column: 1 } };

  private meanwhile: Meanwhile = 'default';
  private readonly keysOf = new WeakMap<YAMLMap, ReadonlySet<string>>();
  private readonly source: string;

  constructor(text: string) {
    // Editors do not show a byte order mark, nor count it.
    this.source = withoutMark(text);
  }

  /** @param otherwise what is said of a text that holds anything but keys and values */
  root(otherwise = (there: Found): Says => say('settingsExpected', { there })): YAMLMap | undefined {
    const conflict = conflictLine(this.source);
    if (conflict) {
      const place = { line: conflict, column: 1, end: { line: conflict, column: 8 } };
      return this.fail('conflict-markers', sayOfText('conflictMarkers'), place);
    }
    const parsed = parseYamlText(this.source, { lineCounter: this.lines });
    if (!parsed) return this.fail('too-deep', sayOfText('tooDeep', { most: MAX_DEPTH }));
    const { document } = parsed;
    const [first] = document.errors;
    if (first) {
      const reason = plainReason(first);
      const says = sayOfText('invalidYaml', { reason, slip: slipIn(reason) });
      return this.fail('invalid-yaml', says, this.placeBetween(...first.pos));
    }
    const duplicate = duplicateKey(document);
    if (duplicate) {
      const { key, offset } = duplicate;
      const says = sayOfText('keyTwice', { key });
      return this.fail('duplicate-key', says, this.placeBetween(offset, offset + key.length));
    }
    const { contents } = document;
    if (isMap(contents)) return contents;
    if (this.isSet(contents)) {
      this.warn('wrong-type', otherwise(foundIn(contents)), this.placeOf(contents));
    }
    return undefined;
  }

  isSet(node: Node | null): boolean {
    return node !== null && !(isScalar(node) && node.value === null);
  }

  *pairs(map: YAMLMap): Iterable<{ key: string; value: Node | null; place: Place }> {
    for (const { key, value } of map.items) {
      const place = this.placeOf(key as Node);
      this.keyPlace = place;
      yield { key: isScalar(key) ? String(key.value) : '', value: value as Node | null, place };
    }
  }

  items(list: YAMLSeq): (Node | null)[] {
    return list.items as (Node | null)[];
  }

  /** @param meant looks first at a key that there is not */
  keys(map: YAMLMap, known: KnownKeys, meant?: Meant): void {
    for (const { key, value } of this.pairs(map)) {
      if (Object.hasOwn(known, key)) known[key]!(value);
      else this.unknownKey(map, { key, value }, Object.keys(known), 'ignored', meant);
    }
  }

  /** Tells of a key of a map that there is not. What stands in the map already isn't what was meant. */
  unknownKey(
    map: YAMLMap,
    { key, value }: { readonly key: string; readonly value: Node | null },
    known: readonly string[],
    wayOut: WayOut,
    meantBy?: Meant,
  ): void {
    const standing = this.keysIn(map);
    const meant = suggestions(key, known).find(one => !standing.has(one));
    const asUsual = (meanwhile?: Meanwhile) => {
      const says = { key, ...(meant && { meant }), wayOut, ...(meanwhile && { meanwhile }) };
      return this.problemOfKey(say('unknownSetting', says), meant);
    };
    this.problems.push(meantBy?.(key, value, map, asUsual) ?? asUsual());
  }

  /** Gathered once: to look for a key in a map goes through all of it. */
  private keysIn(map: YAMLMap): ReadonlySet<string> {
    const known =
      this.keysOf.get(map) ?? new Set(map.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')));
    this.keysOf.set(map, known);
    return known;
  }

  /** Of the key that was last looked at. */
  problemOfKey(says: Says, meant?: string): Problem {
    return { ...warning('unknown-key', says, this.keyPlace), ...(meant !== undefined && { meant: [meant] }) };
  }

  text(node: Node | null, expected: Expected): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim()) return node.value.trim();
    return this.wrongType(node, expected);
  }

  texts(node: Node | null): string[] | undefined {
    if (!isSeq(node)) return this.wrongType(node, 'texts');
    return this.items(node)
      .map(item => this.text(item, 'text'))
      .filter(text => text !== undefined);
  }

  /** A text that a pattern allows; patterns are those of the schema. */
  matching(node: Node | null, pattern: RegExp, expected: Expected): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'string' && pattern.test(value) ? value : this.wrongType(node, expected);
  }

  /**
   * A list of names, or one text with commas between them; numbers are names too.
   *
   * @param isOne what each of the names has to be
   */
  names(
    node: Node | null,
    isOne: (name: string) => boolean = name => name.trim() !== '',
    expected: Expected = 'names',
  ): string[] | undefined {
    const nameOf = (item: Node | null) => {
      const value = isScalar(item) ? item.value : undefined;
      return typeof value === 'string' || Number.isFinite(value) ? String(value) : '';
    };
    if (isSeq(node) && node.items.length) {
      const items = this.items(node);
      const wrong = items.filter(item => !isOne(nameOf(item)));
      for (const item of wrong) this.wrongType(item, expected);
      return wrong.length ? undefined : items.map(item => nameOf(item).trim());
    }
    const names = nameOf(node)
      .split(',')
      .map(name => name.trim())
      .filter(name => name);
    return names.length && names.every(isOne) ? names : this.wrongType(node, expected);
  }

  flag(node: Node | null): boolean | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'boolean' ? value : this.wrongType(node, 'flag');
  }

  number(
    node: Node | null,
    least: number,
    most: number,
    expected: Expected = { from: least, to: most },
  ): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.wrongType(node, expected);
  }

  /** @param fallback what counts where there is none of them, and until when */
  oneOf<T extends string>(
    node: Node | null,
    values: readonly T[],
    fallback?: { readonly else: T; readonly meanwhile: Meanwhile },
  ): T | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const known = values.find(one => one === value);
    if (known === undefined) this.wrongType(node, { oneOf: values }, fallback?.meanwhile);
    return known ?? fallback?.else;
  }

  /** Reads with another answer to what counts until a value makes sense. */
  until<T>(meanwhile: Meanwhile, read: () => T): T {
    const before = this.meanwhile;
    this.meanwhile = meanwhile;
    try {
      return read();
    } finally {
      this.meanwhile = before;
    }
  }

  wrongType(node: Node | null, expected: Expected, meanwhile: Meanwhile = this.meanwhile): undefined {
    const says = say('wrongSetting', { there: foundIn(node), expected, meanwhile });
    this.warn('wrong-type', says, this.placeOf(node));
  }

  /** @param meant what was meant by what stands there, where that is sure enough to be offered */
  warn(code: ProblemCode, says: Says, place: Place, meant?: string): void {
    this.problems.push({ ...warning(code, says, place), ...(meant !== undefined && { meant: [meant] }) });
  }

  /** Of a value that is not there: its key's, or where it would stand in its list. */
  placeOf(node: Node | null | undefined): Place {
    if (!node?.range) return this.keyPlace;
    const [start, end] = node.range;
    const place = this.placeBetween(start, end);
    return end > start || place.line > this.keyPlace.line ? place : this.keyPlace;
  }

  private fail(code: ProblemCode, says: Says, place?: Place): undefined {
    this.problems.push(error(code, says, place));
  }

  /** A block of lines ends with its last character, not with the line end behind it. */
  private placeBetween(start: number, end: number): Place {
    const length = Math.max(1, this.source.slice(start, end).trimEnd().length);
    const [from, to] = [this.lines.linePos(start), this.lines.linePos(start + length)];
    return { line: from.line, column: from.col, end: { line: to.line, column: to.col } };
  }
}

/** What stands in a document, so that it can be named. */
export function foundIn(node: Node | null): Found {
  if (isAlias(node)) return { is: 'alias' };
  return found(isScalar(node) ? node.value : isSeq(node) ? [] : isMap(node) ? {} : null);
}
