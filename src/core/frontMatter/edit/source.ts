import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { STANDARD_NAMES, type KeyNames } from '../keyNames';
import { keyName, type Comment } from '../yamlText';

/** A block or flow map at the top of a front matter, with what its text tells of its layout. */
export class Source {
  /**
   * @param newline the line end of the opening fence, for a front matter that has no line of its own
   * @param names the keys that files have for the standard fields
   */
  constructor(
    readonly yaml: string,
    readonly document: Document.Parsed,
    readonly comments: readonly Comment[],
    readonly root: YAMLMap | undefined,
    private readonly newline: string,
    readonly names: KeyNames = STANDARD_NAMES,
  ) {}

  pair(key: string): Pair | undefined {
    return this.root?.items.find(item => keyName(item) === key);
  }

  /** The spaces before the keys of the top level. */
  get rootIndent(): string {
    const first = this.root?.items[0]?.key as Node | undefined;
    return first ? this.indentAt(first.range![0]) : '';
  }

  /** The blanks at the start of the line that `offset` is on. */
  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.yaml.slice(this.lineStart(offset)))![0];
  }

  lineStart(offset: number): number {
    return this.yaml.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The start of the line below the one that `offset` is on, or ends. */
  nextLine(offset: number): number {
    if (this.yaml[offset - 1] === '\n') return offset;
    // A front matter ends with a line end, or is empty.
    return this.yaml.indexOf('\n', offset) + 1;
  }

  /** The line behind a key that ends at `offset`, and behind the comments below it that stand further in. */
  lineBehind(offset: number): number {
    return this.skipComments(this.nextLine(offset), this.rootIndent.length);
  }

  /** The line behind the comments, from `line` on, that stand further in than `column`. */
  skipComments(line: number, column: number): number {
    let at = line;
    for (;;) {
      const indent = /^( *)#/.exec(this.restOfLine(at))?.[1];
      if (indent === undefined || indent.length <= column) return at;
      at = this.nextLine(at + 1);
    }
  }

  /** The rest of the line behind `offset`, without its line end. */
  restOfLine(offset: number): string {
    return /^[^\r\n]*/.exec(this.yaml.slice(offset))![0];
  }

  /** The kind of line end that stands before `offset`; files may mix them. */
  newlineBefore(offset: number): string {
    const before = this.yaml.lastIndexOf('\n', offset - 1);
    if (before < 0) return this.newline;
    return this.yaml[before - 1] === '\r' ? '\r\n' : '\n';
  }

  /** Whether another place of the file means this node, or a part of it, by an alias: then it must stay as it is. */
  isShared(node: Node): boolean {
    const anchors = new Set<string>();
    const aliases = new Set<Alias>();
    const own = new Set<Alias>();
    visit(node, {
      Node(_, { anchor }) {
        if (anchor) anchors.add(anchor);
      },
      Alias: (_, alias) => void own.add(alias),
    });
    if (anchors.size === 0) return false;
    visit(this.document, { Alias: (_, alias) => void aliases.add(alias) });
    return [...aliases].some(alias => anchors.has(alias.source) && !own.has(alias));
  }
}

/** Whether nothing stands behind the colon. */
export function isEmptyScalar(node: unknown): boolean {
  return node === null || (isScalar(node) && node.range![0] === node.range![1]);
}

/** Whether a value is there only to say that there is none: empty, `~` or `null`. */
export function isNull(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

/**
 * Where the text of a node ends. A block collection's own range may reach into comments that stand below it, so its
 * end is that of its last item.
 */
export function contentEnd(node: Node): number {
  if (isMap(node) && !node.flow) return pairEnd(node.items.at(-1)!);
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node;
    if (!isEmptyScalar(last)) return contentEnd(last);
    return dashOf(node, node.items.length - 1) + 1;
  }
  return node.range![1];
}

/** Where the text of a key and its value ends. */
export function pairEnd(pair: Pair): number {
  const value = pair.value as Node;
  if (!isEmptyScalar(value)) return contentEnd(value);
  return valueStart(pair) ?? (pair.key as Node).range![1];
}

/** Where a missing value would go: behind the colon, or the tag or anchor that follows it. */
export function valueStart(pair: Pair): number | undefined {
  const token = pair.srcToken!.sep?.findLast(
    ({ type }) => type === 'map-value-ind' || type === 'tag' || type === 'anchor',
  );
  return token && token.offset + token.source.length;
}

/**
 * The lines that are all a key's own: its first to its last, and the comments below that stand further in than it does.
 * None where a comment about a single value shares the last of them.
 */
export function ownLines(source: Source, pair: Pair): { start: number; end: number } | undefined {
  const valueEnd = pairEnd(pair);
  const isBlock = isCollection(pair.value) && !pair.value.flow;
  if (!isBlock && source.yaml[valueEnd - 1] !== '\n' && source.restOfLine(valueEnd).trim()) return undefined;
  return { start: source.lineStart(keyStart(pair)), end: source.lineBehind(valueEnd) };
}

/** Where a key begins, with all that stands before it on its line: `?`, an anchor or a tag. */
export function keyStart(pair: Pair): number {
  const first = pair.srcToken!.start.find(({ type }) => !GAPS.has(type));
  return first?.offset ?? (pair.key as Node).range![0];
}

const GAPS: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'comma']);

/** The tag and the anchor that stand before the value of a pair, on its key's line or below. */
export function propertiesOf(pair: Pair): readonly CST.SourceToken[] {
  const between = pair.srcToken!.sep ?? [];
  return between.filter(({ type }) => type === 'tag' || type === 'anchor');
}

/** Where the dash of an item of a block list stands. */
export function dashOf(list: YAMLSeq, index: number): number {
  const { items } = list.srcToken as CST.BlockSequence;
  return items[index]!.start.find(({ type }) => type === 'seq-item-ind')!.offset;
}
