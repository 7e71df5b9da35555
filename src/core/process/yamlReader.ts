import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { describe, error, quote, warning, type Place, type Problem, type ProblemCode } from '../problem';
import { suggest } from '../suggest';
import { duplicateKey, MAX_DEPTH, parseYamlText } from '../frontMatter/yamlText';

/** Walks the document, and collects a problem at the place of each thing that is not what it should be. */
export class YamlReader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();
  /** Where the key stands that was last looked at: some values are nowhere in the text. */
  private keyPlace: Place = { line: 1, column: 1, end: { line: 1, column: 1 } };

  private readonly source: string;

  constructor(text: string) {
    // Editors do not show a byte order mark, nor count it.
    this.source = text.replace(/^\uFEFF/, '');
  }

  root(): YAMLMap | undefined {
    const parsed = parseYamlText(this.source, { lineCounter: this.lines });
    if (!parsed) return this.fail('too-deep', `This file is nested deeper than ${MAX_DEPTH} levels.`);
    const { document } = parsed;
    const [first] = document.errors;
    if (first) {
      const reason = `This is not valid YAML: ${first.message.replace(/[.:]?$/, '.')}`;
      return this.fail('invalid-yaml', reason, this.placeBetween(...first.pos));
    }
    const duplicate = duplicateKey(document);
    if (duplicate) {
      const { key, offset } = duplicate;
      const message = `The key ${quote(key)} stands twice: keep one of the two.`;
      return this.fail('duplicate-key', message, this.placeBetween(offset, offset + key.length));
    }
    const { contents } = document;
    if (isMap(contents)) return contents;
    if (this.isSet(contents)) this.wrongType(contents, 'settings, one “key: value” a line');
    return undefined;
  }

  isSet(node: unknown): boolean {
    return node !== null && node !== undefined && !(isScalar(node) && node.value === null);
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

  keys(map: YAMLMap, known: Record<string, (node: Node | null) => void>): void {
    for (const { key, value, place } of this.pairs(map)) {
      if (Object.hasOwn(known, key)) known[key]!(value);
      else this.unknownKey(key, place, Object.keys(known), 'It is ignored.');
    }
  }

  unknownKey(key: string, place: Place, known: readonly string[], wayOut: string): void {
    const meant = suggest(key, known);
    const hint = meant ? `Did you mean \`${meant}\`?` : wayOut;
    this.warn('unknown-key', `There is no setting ${quote(key)}. ${hint}`, place);
  }

  text(node: Node | null, expected: string): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim()) return node.value.trim();
    return this.wrongType(node, expected);
  }

  texts(node: Node | null): string[] | undefined {
    if (!isSeq(node)) return this.wrongType(node, 'a list of texts');
    return this.items(node)
      .map(item => this.text(item, 'a text'))
      .filter(text => text !== undefined);
  }

  /** A text that a pattern allows; patterns are those of the schema. */
  matching(node: Node | null, pattern: RegExp, expected: string): string | undefined {
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
    expected = 'a name, or a list of names',
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
    return typeof value === 'boolean' ? value : this.wrongType(node, 'true or false');
  }

  number(
    node: Node | null,
    least: number,
    most: number,
    expected = `a number from ${least} to ${most}`,
  ): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.wrongType(node, expected);
  }

  /** @param fallback what counts where there is none of them, and how that is said */
  oneOf<T extends string>(
    node: Node | null,
    values: readonly T[],
    fallback?: { readonly else: T; readonly meanwhile: string },
  ): T | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const found = values.find(one => one === value);
    if (found === undefined) {
      const counts = fallback && `Until this is mended, ${fallback.meanwhile}.`;
      this.wrongType(node, `one of ${values.join(', ')}`, counts);
    }
    return found ?? fallback?.else;
  }

  wrongType(node: Node | null, expected: string, counts = 'The default counts.'): undefined {
    const found = isScalar(node) ? node.value : isSeq(node) ? [] : isMap(node) ? {} : null;
    const there = isAlias(node) ? 'an alias' : typeof found === 'string' ? quote(found) : describe(found);
    const message = `Here stands ${there}; expected is ${expected}. ${counts}`;
    this.warn('wrong-type', message, this.placeOf(node));
  }

  warn(code: ProblemCode, message: string, place: Place): void {
    this.problems.push(warning(code, message, place));
  }

  /** Of a value that is not there: its key's, or where it would stand in its list. */
  placeOf(node: Node | null | undefined): Place {
    if (!node?.range) return this.keyPlace;
    const [start, end] = node.range;
    const place = this.placeBetween(start, end);
    return end > start || place.line > this.keyPlace.line ? place : this.keyPlace;
  }

  private fail(code: ProblemCode, message: string, place?: Place): undefined {
    this.problems.push(error(code, message, place));
  }

  /** A block of lines ends with its last character, not with the line end behind it. */
  private placeBetween(start: number, end: number): Place {
    const length = Math.max(1, this.source.slice(start, end).trimEnd().length);
    const [from, to] = [this.lines.linePos(start), this.lines.linePos(start + length)];
    return { line: from.line, column: from.col, end: { line: to.line, column: to.col } };
  }
}
