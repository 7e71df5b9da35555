import { isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml';
import { describe, error, quote, warning, type Problem } from '../problem';
import { suggest } from '../suggest';
import { duplicateKey, MAX_DEPTH, parseYamlText } from '../yamlText';

/** Walks the document, and collects a problem at the line of each thing that is not what it should be. */
export class YamlReader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();
  /** The line of the key that was last looked at: some values are nowhere in the text. */
  private keyLine = 1;

  constructor(private readonly source: string) {}

  root(): YAMLMap | undefined {
    const parsed = parseYamlText(this.source, { lineCounter: this.lines });
    if (!parsed) {
      this.problems.push(error('too-deep', `This file is nested deeper than ${MAX_DEPTH} levels.`));
      return undefined;
    }
    const { document } = parsed;
    const [first] = document.errors;
    if (first) {
      const { line } = this.lines.linePos(first.pos[0]);
      this.problems.push(error('invalid-yaml', `This is not valid YAML: ${first.message}`, line));
      return undefined;
    }
    const duplicate = duplicateKey(document);
    if (duplicate) {
      const message = `The key ${quote(duplicate.key)} stands twice: keep one of the two.`;
      this.problems.push(error('duplicate-key', message, this.lines.linePos(duplicate.offset).line));
      return undefined;
    }
    if (isMap(document.contents)) return document.contents;
    if (this.isSet(document.contents)) this.wrongType(document.contents, 'settings, one “key: value” a line');
    return undefined;
  }

  isSet(node: unknown): boolean {
    return node !== null && node !== undefined && !(isScalar(node) && node.value === null);
  }

  *pairs(map: YAMLMap): Iterable<{ key: string; value: Node | null; line: number }> {
    for (const { key, value } of map.items) {
      const line = this.lineOf(key as Node);
      this.keyLine = line;
      yield { key: isScalar(key) ? String(key.value) : '', value: value as Node | null, line };
    }
  }

  keys(map: YAMLMap, known: Record<string, (node: Node | null, line: number) => void>): void {
    for (const { key, value, line } of this.pairs(map)) {
      if (Object.hasOwn(known, key)) known[key]!(value, line);
      else this.unknownKey(key, line, Object.keys(known), 'It is ignored.');
    }
  }

  notYet(keys: readonly string[]): Record<string, (node: Node | null, line: number) => void> {
    const say = (key: string) => (_: Node | null, line: number) =>
      void this.problems.push(warning('unknown-key', `\`${key}\` has no effect in this version.`, line));
    return Object.fromEntries(keys.map(key => [key, say(key)]));
  }

  unknownKey(key: string, line: number, known: readonly string[], wayOut: string): void {
    const meant = suggest(key, known);
    const hint = meant ? `Did you mean \`${meant}\`?` : wayOut;
    this.problems.push(warning('unknown-key', `There is no setting ${quote(key)}. ${hint}`, line));
  }

  text(node: Node | null, expected: string): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim()) return node.value.trim();
    return this.wrongType(node, expected);
  }

  texts(node: Node | null): string[] | undefined {
    if (!isSeq(node)) return this.wrongType(node, 'a list of texts');
    return (node.items as Node[]).map(item => this.text(item, 'a text')).filter(text => text !== undefined);
  }

  /** A list of texts, or one text with commas between them; numbers are names too. */
  names(node: Node | null): string[] | undefined {
    const isOne = isScalar(node) && node.value !== null;
    const items = isSeq(node) ? (node.items as unknown[]) : isOne ? [node] : [];
    const values = items.map(item => (isScalar(item) ? item.value : undefined));
    const names = values.filter(value => typeof value === 'string' || typeof value === 'number');
    if (!items.length || names.length < items.length)
      return this.wrongType(node, 'a name, or a list of names');
    const parts = names.flatMap(name => (isOne ? String(name).split(',') : [String(name)]));
    return parts.map(part => part.trim()).filter(part => part);
  }

  flag(node: Node | null): boolean | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'boolean' ? value : this.wrongType(node, 'true or false');
  }

  number(node: Node | null, least: number, most: number): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.wrongType(node, `a number from ${least} to ${most}`);
  }

  oneOf<T extends string>(node: Node | null, values: readonly T[]): T | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return values.find(one => one === value) ?? this.wrongType(node, `one of ${values.join(', ')}`);
  }

  wrongType(node: Node | null, expected: string): undefined {
    const found = isScalar(node) ? node.value : isSeq(node) ? [] : isMap(node) ? {} : null;
    const there = typeof found === 'string' ? quote(found) : describe(found);
    this.problems.push(
      warning(
        'wrong-type',
        `Here stands ${there}; expected is ${expected}. The default counts.`,
        this.lineOf(node),
      ),
    );
    return undefined;
  }

  lineOf(node: Node | null | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : this.keyLine;
  }
}
