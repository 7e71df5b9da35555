import { cutFrontMatter } from '../frontMatter/cut';
import { oneLine } from '../oneLine';
import { isOnly, titleIn, withoutBlanks } from './blanks';
import { Cursor } from './cursor';
import { endOfDefinitions } from './definitions';
import { htmlBlock, type HtmlEnd } from './htmlBlock';
import type { Heading, NoteItem, Leaf, NoteLine, Notes } from './notes';
import { markOf } from '../byteOrderMark';

/** Reads the notes of a file: what Markdown makes of its lines by https://spec.commonmark.org/0.31.2. */
export function readNotes(text: string, start = startOfNotes(text)): Notes {
  return new NotesReader(text, start).read();
}

/** Where the notes of a file begin. */
export function startOfNotes(text: string): number {
  const cut = cutFrontMatter(text);
  if (cut.kind === 'found') return cut.frontMatter.bodyStart;
  return markOf(text).length;
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** A list's item or, without one, a quote. */
interface Container {
  readonly item?: Writable<NoteItem>;
  /** How many columns the lines of an item stand in. */
  readonly width: number;
  isEmpty: boolean;
}

interface OpenLeaf extends Writable<Leaf> {
  readonly fence?: string;
  readonly htmlEnd?: HtmlEnd;
  /** Where it begins, in the lines. */
  readonly first: number;
}

const ATX = /^#{1,6}(?=[ \t]|$)/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[^]*)$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const BULLET = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/;

class NotesReader {
  private readonly lines: NoteLine[] = [];
  private readonly headings: Heading[] = [];
  private readonly items: NoteItem[] = [];
  /** The lists and quotes that the line before stands in, the innermost last. */
  private readonly containers: Container[] = [];
  private leaf: OpenLeaf | undefined;
  /** Whether this line has begun something, and so ended what it does not stand in. */
  private hasBegun = false;
  private isLazy = false;
  private readonly cursor: Cursor;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.cursor = new Cursor(text);
  }

  read(): Notes {
    const { text, start, lines, headings, items } = this;
    for (let at = start; at < text.length;) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline + 1;
      const last = newline < 0 ? end : newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
      this.cursor.begin(at, last);
      const leaf = this.readLine();
      lines.push({
        start: at,
        end,
        text: text.slice(at, last),
        content: this.cursor.next,
        leaf,
        isLazy: this.isLazy,
      });
      if (!this.cursor.isBlank) for (const { item } of this.containers) if (item) item.end = end;
      at = end;
    }
    return { text, start, lines, headings, items };
  }

  /** What the words of a line are part of. */
  private readLine(): Leaf | undefined {
    const { cursor, containers } = this;
    this.hasBegun = this.isLazy = false;
    let depth = 0;
    while (depth < containers.length && this.isIn(containers[depth]!)) depth++;
    const { leaf } = this;
    if (leaf && depth === containers.length && this.goesOn(leaf)) return leaf;
    const begun = this.begin(depth);
    if (begun) return begun;
    // Behind the first line of a paragraph, its marks of lists and quotes may be left out.
    if (this.leaf?.kind === 'text' && !cursor.isBlank) {
      this.isLazy = depth < containers.length;
      return this.leaf;
    }
    if (!this.hasBegun) this.close(depth);
    return cursor.isBlank ? undefined : this.open({ kind: 'text' });
  }

  private isIn({ item, width, isEmpty }: Container): boolean {
    const { cursor } = this;
    if (!item) return cursor.takeQuote();
    if (cursor.isBlank) return !isEmpty;
    if (cursor.indent < width) return false;
    cursor.take(width);
    return true;
  }

  /** Whether code or HTML goes on in a line that stands in the same lists and quotes. */
  private goesOn(leaf: OpenLeaf): boolean {
    const { cursor } = this;
    if (leaf.fence) {
      const words = cursor.indent < 4 ? this.words() : '';
      if (words.startsWith(leaf.fence) && isOnly(withoutBlanks(words), leaf.fence[0]!)) this.finish(leaf);
      return true;
    }
    if (leaf.htmlEnd === 'blank') return !cursor.isBlank;
    if (leaf.htmlEnd) {
      if (leaf.htmlEnd.test(this.words())) this.finish(leaf);
      return true;
    }
    return leaf.kind === 'code' && (cursor.isBlank || cursor.indent >= 4);
  }

  private finish(leaf: OpenLeaf): void {
    leaf.isOpen = false;
    this.leaf = undefined;
  }

  /** Begins what this line begins: lists and quotes, and perhaps what stands in them. */
  private begin(outer: number): Leaf | undefined {
    const { cursor, containers } = this;
    for (let depth = outer; !cursor.isBlank; depth = containers.length) {
      const text = this.leaf?.kind === 'text' ? this.leaf : undefined;
      /** A paragraph that this line stands in, and does not only go on with. */
      const own = depth === containers.length ? text : undefined;
      if (cursor.indent >= 4) return text ? undefined : this.opened(depth, { kind: 'code' });
      const first = this.text[cursor.next]!;
      if (first === '>') {
        this.close(depth);
        cursor.takeQuote();
        this.enter({ width: 0, isEmpty: true });
      } else if (!MARKS.has(first) && (first < '0' || first > '9')) {
        return undefined;
      } else {
        const leaf = this.leafAt(depth, own, text !== undefined);
        if (leaf) return leaf;
        if (!this.beginItem(depth, own)) return undefined;
      }
    }
    return undefined;
  }

  private leafAt(depth: number, own: OpenLeaf | undefined, isInText: boolean): Leaf | undefined {
    const words = this.words();
    if (own && (words[0] === '-' || words[0] === '=') && UNDERLINE.test(words) && this.underline(own))
      return this.opened(depth, { kind: 'rule' });
    switch (words[0]) {
      case '#':
        return this.heading(depth, words);
      case '`':
      case '~': {
        const found = FENCE.exec(words);
        const fence = found?.[1] ?? found?.[2];
        return fence ? this.opened(depth, { kind: 'code', fence, isOpen: true }) : undefined;
      }
      case '<': {
        const htmlEnd = htmlBlock(words, isInText);
        if (!htmlEnd) return undefined;
        const isOpen = htmlEnd !== 'blank' && !htmlEnd.test(words);
        const leaf = this.opened(depth, { kind: 'html', htmlEnd, isOpen });
        if (htmlEnd !== 'blank' && !isOpen) this.leaf = undefined;
        return leaf;
      }
    }
    return isRule(words) ? this.opened(depth, { kind: 'rule' }) : undefined;
  }

  private heading(depth: number, words: string): Leaf | undefined {
    const level = ATX.exec(words)?.[0].length;
    if (!level) return undefined;
    const title = titleIn(words.slice(level));
    const start = this.cursor.next + (title ? words.indexOf(title, level) : words.length);
    const leaf = this.opened(depth, { kind: 'heading' });
    this.leaf = undefined;
    const at = this.lines.length;
    if (!this.containers.length)
      this.headings.push({
        ...{ level, title, start, end: start + title.length },
        ...{ first: at, last: at },
      });
    return leaf;
  }

  /** Makes a heading of the paragraph above a line of `===` or `---`, if it says anything. */
  private underline(leaf: OpenLeaf): boolean {
    const lines = this.lines.slice(leaf.first);
    const end = lines.at(-1)!.start + withoutBlanks(lines.at(-1)!.text).length;
    const start = endOfDefinitions(lines);
    if (start >= end) return false;
    leaf.kind = 'heading';
    this.leaf = undefined;
    if (!this.containers.length) {
      const level = this.text[this.cursor.next] === '=' ? 1 : 2;
      const title = oneLine(this.text.slice(start, end));
      const first = leaf.first + lines.findIndex(line => line.end > start);
      this.headings.push({ level, title, start, end, first, last: this.lines.length });
    }
    return true;
  }

  private beginItem(depth: number, own: OpenLeaf | undefined): boolean {
    const { cursor, text } = this;
    const found = BULLET.exec(text.slice(cursor.next, Math.min(cursor.last, cursor.next + 11)));
    if (!found) return false;
    const { indent, next: mark } = cursor;
    const behind = mark + found[0].length;
    const isEmpty = !withoutBlanks(text.slice(behind, cursor.last));
    // A paragraph goes on with a number that does not begin a list, and with a mark of nothing.
    if (own && (isEmpty || (found[1] !== undefined && Number(found[1]) !== 1))) return false;
    this.close(depth);
    cursor.skip(found[0].length);
    const blanks = isEmpty || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.take(blanks);
    const item = { line: this.lines.length, depth: this.containers.length, mark, content: cursor.at, end: 0 };
    this.items.push(item);
    this.enter({ item, width: indent + found[0].length + blanks, isEmpty: true });
    return true;
  }

  private enter(container: Container): void {
    const outer = this.containers.at(-1);
    if (outer) outer.isEmpty = false;
    this.containers.push(container);
  }

  /** Ends all that is deeper in lists and quotes than this line, and what stands in there. */
  private close(depth: number): void {
    this.hasBegun = true;
    this.containers.length = depth;
    if (this.leaf) this.finish(this.leaf);
  }

  private opened(depth: number, leaf: Partial<OpenLeaf> & Pick<Leaf, 'kind'>): Leaf {
    this.close(depth);
    return this.open(leaf);
  }

  private open(leaf: Partial<OpenLeaf> & Pick<Leaf, 'kind'>): Leaf {
    const outer = this.containers.at(-1);
    if (outer) outer.isEmpty = false;
    this.leaf = { depth: this.containers.length, isOpen: false, first: this.lines.length, ...leaf };
    return this.leaf;
  }

  private words(): string {
    return this.text.slice(this.cursor.next, this.cursor.last);
  }
}

/** What may begin something else than a paragraph, but for digits and `>`. */
const MARKS = new Set('#`~<-*_+=');

function isRule(words: string): boolean {
  return withoutBlanks(words).at(-1) === words[0] && RULE.test(words);
}
