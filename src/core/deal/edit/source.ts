import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** A block or flow map at the top of a front matter, with what its text tells of its layout. */
export class Source {
  constructor(
    readonly yaml: string,
    readonly document: Document.Parsed,
    readonly root: YAMLMap | undefined,
  ) {}

  pair(key: string): Pair | undefined {
    return this.root?.items.find(item => isScalar(item.key) && item.key.value === key);
  }

  /** The spaces before the keys of the top level. */
  get rootIndent(): string {
    const first = this.root?.items[0]?.key as Node | undefined;
    const start = first?.range?.[0];
    return start === undefined ? '' : this.indentAt(start);
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
    if (offset > 0 && this.yaml[offset - 1] === '\n') return offset;
    const newline = this.yaml.indexOf('\n', offset);
    return newline < 0 ? this.yaml.length : newline + 1;
  }

  /** The rest of the line behind `offset`, without its line end. */
  restOfLine(offset: number): string {
    return /^[^\r\n]*/.exec(this.yaml.slice(offset))![0];
  }

  /** The kind of line end that stands before `offset`; files may mix them. */
  newlineBefore(offset: number): string {
    const before = this.yaml.lastIndexOf('\n', offset - 1);
    if (before < 0) return this.yaml.includes('\r\n') ? '\r\n' : '\n';
    return this.yaml[before - 1] === '\r' ? '\r\n' : '\n';
  }

  /** Whether another place of the file means this node by an alias: then it must stay as it is. */
  isShared(node: Node): boolean {
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (!anchor) return false;
    let shared = false;
    visit(this.document, {
      Alias(_, alias) {
        shared ||= alias.source === anchor;
        return shared ? visit.BREAK : undefined;
      },
    });
    return shared;
  }
}

/** Whether nothing stands behind the colon. */
export function isEmptyScalar(node: unknown): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
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
export function contentEnd(node: Node | null): number | undefined {
  if (!node) return undefined;
  if (isMap(node) && !node.flow) return node.items.length ? pairEnd(node.items.at(-1)!) : undefined;
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | null;
    if (isAlias(last) || !isEmptyScalar(last)) return contentEnd(last);
    return dashOf(node, node.items.length - 1)! + 1;
  }
  return node.range?.[1];
}

/** Where the text of a key and its value ends. */
export function pairEnd(pair: Pair): number | undefined {
  const value = pair.value as Node | null;
  if (value && !isEmptyScalar(value)) return contentEnd(value);
  return valueStart(pair) ?? (pair.key as Node).range?.[1];
}

/** Where a missing value would go: behind the colon, or the tag or anchor that follows it. */
export function valueStart(pair: Pair): number | undefined {
  const token = pair.srcToken?.sep?.findLast(
    ({ type }) => type === 'map-value-ind' || type === 'tag' || type === 'anchor',
  );
  return token && token.offset + token.source.length;
}

/** Where the dash of an item of a block list stands. */
export function dashOf(list: Node, index: number): number | undefined {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  return token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
}
