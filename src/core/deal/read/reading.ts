import type { Data } from '../../frontMatter/parse';
import type { FrontMatter } from '../../frontMatter/cut';
import { inPattern, ownName } from '../../frontMatter/keyNames';
import { placesIn, type FindPlace } from '../../frontMatter/places';
import { error, isSerious, warning, type At, type Problem } from '../../problem';
import type { ProblemCode } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import type { Says } from '../../says';
import { DEAL_KEY } from '../problems/placed';

/** One front matter that is being read, whatever stands in it, and what is found to be wrong with it. */
export class FieldReading {
  readonly problems: Problem[] = [];
  private find: FindPlace | undefined;

  constructor(
    private readonly data: Data,
    private readonly source: string,
    private readonly frontMatter: FrontMatter,
    private readonly names: FieldNames,
  ) {}

  /** The front matter as text. */
  get head(): string {
    return this.source.slice(this.frontMatter.start, this.frontMatter.end);
  }

  /** What stands behind a key. Only the file's own: a key may be named like something that every object inherits. */
  get(key: string): unknown {
    return Object.hasOwn(this.data, key) ? this.data[key] : undefined;
  }

  /** Whether there is such a key, whatever stands behind it. */
  has(key: string): boolean {
    return Object.hasOwn(this.data, key);
  }

  /** The key as the file has it. */
  name(key: string): string {
    return ownName(this.names, key);
  }

  /** The account `0042` is not 42: what YAML takes for a number is looked up in the text again. */
  asWritten(key: string, value: unknown): string {
    if (typeof value === 'string') return value;
    const written = new RegExp(`^${this.name(key)}:[ \\t]+([^\\s#]+)[ \\t]*(?:#.*)?$`, 'm').exec(
      this.head,
    )?.[1];
    const isIt =
      typeof value === 'number' ? Number(written) === value : written?.toLowerCase() === String(value);
    return isIt ? written! : String(value);
  }

  /** The word that stands behind a key as a comment, where nothing else does: `stage: #proposal`. */
  hiddenByHash(key: string): string | undefined {
    if (!isAbsent(this.get(key))) return undefined;
    return hashOf(this.head, this.name(key))?.word;
  }

  /** Whether nothing stands behind a key, or nothing that says anything. */
  isEmpty(key: string): boolean {
    const value = this.get(key);
    if (Array.isArray(value)) return value.every(isBlank);
    return isBlank(value) || (typeof value === 'object' && Object.keys(value as object).length === 0);
  }

  /** A hint is looked up in the text only when somebody is to see it: many files have some. */
  add(problem: Problem): void {
    this.problems.push(
      isSerious(problem) && problem.column === undefined
        ? { ...problem, ...this.placeOf(problem.at!, problem.isKey) }
        : problem,
    );
  }

  /** One place for all that is found, where an engine learns once what kinds of lists there are; nearly all are empty. */
  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) this.add(problem);
  }

  fail(code: ProblemCode, key: string, says: Says, meant: readonly string[]): void {
    const place = this.placeOf([key]);
    this.problems.push(error(code, says, meant.length ? { ...place, meant } : place));
  }

  warn(code: ProblemCode, at: At, says: Says, meant: readonly string[] = []): void {
    const place = this.placeOf(at);
    this.problems.push(warning(code, says, meant.length ? { ...place, meant } : place));
  }

  /** Looked up only when something is wrong, since the fast parser knows no lines; and once, since much may be. */
  private placeOf(at: At, isKey?: true): ReturnType<FindPlace> {
    this.find ??= placesIn(this.source, this.frontMatter, this.names, DEAL_KEY);
    return this.find(at, isKey);
  }
}

/** The sign of a comment that stands at once before a word, where a value would be: its offset. */
export function hashOf(
  yaml: string,
  key: string,
): { readonly at: number; readonly word: string } | undefined {
  if (!yaml.includes('#')) return undefined;
  const [line, before, word] =
    new RegExp(`^(["']?${inPattern(key)}["']?[ \\t]*:[ \\t]+)#([\\p{L}\\p{N}][^\\n]*)$`, 'mu').exec(yaml) ??
    [];
  return line === undefined ? undefined : { at: yaml.indexOf(line) + before!.length, word: word!.trim() };
}

function isBlank(value: unknown): boolean {
  return isAbsent(value) || (typeof value === 'string' && !value.trim());
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
