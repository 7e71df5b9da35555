import { scanFlow } from './flow';
import type { Head } from './head';
import { below, makePart, type KeyOrValue } from './part';
import { commentFrom, lineEnd, nextLine, quoted, skipBlanks, trimmedEnd, type Token } from './token';

/** A map or a list of which each key or item has lines of its own. */
interface Level {
  readonly isMap: boolean;
  /** How far its keys or dashes stand in. */
  readonly column: number;
  readonly path: readonly string[];
  readonly group: number;
  /** The key that came last, and whether nothing stands on its line or was found below it: then that is its value. */
  key: string | undefined;
  isPending: boolean;
}

/** What a value is the value of, or the item. */
type Inside = Pick<KeyOrValue, 'path' | 'group'> & Partial<Pick<KeyOrValue, 'isItem'>>;

type Key = Token & { readonly colon: number };

/**
 * All keys and values of a front matter, as somebody who looks at it would tell them. It need be neither valid nor
 * whole: it may be typed just now. Takes linear time, and never throws.
 *
 * @param cursor on an otherwise empty line there it is seen what could be written
 */
export function scanHead(text: string, head: Head, cursor?: number): readonly KeyOrValue[] {
  return new Scanner(text, head, cursor).scan();
}

class Scanner {
  private readonly parts: KeyOrValue[] = [];
  private levels: Level[] = [];
  private groups = 0;

  constructor(
    private readonly text: string,
    private readonly head: Head,
    private readonly cursor: number | undefined,
  ) {}

  scan(): readonly KeyOrValue[] {
    const { text, head } = this;
    for (let at = head.start; ;) {
      const end = lineEnd(text, at, head.end);
      const first = skipBlanks(text, at, end);
      let behind = end;
      if (first < end && text[first] !== '#') behind = this.content(at, first, end);
      else if (first === end && this.isCursorOn(at, end)) this.nothing(this.cursor! - at, this.cursor!);
      const next = nextLine(text, behind, head.end);
      // A text that ends with a line end has an empty line behind it, where one goes on writing.
      if (next >= head.end && (head.isClosed || text[next - 1] !== '\n' || at === next)) return this.parts;
      at = next;
    }
  }

  /** A line with something on it; answers with the place where that ends, which may be on a later line. */
  private content(line: number, first: number, end: number): number {
    let at = first;
    let list: Level | undefined;
    while (this.isDash(at, end)) {
      list = this.listAt(at - line);
      // A dash where no list can be: the beginning of a fence, for one.
      if (!list) return end;
      const next = skipBlanks(this.text, at + 1, end);
      if (next >= end || this.text[next] === '#') {
        this.free({ ...list, isItem: true }, at + 1, next, end);
        return end;
      }
      at = next;
    }
    const key = this.keyAt(at, end);
    if (list && key) return this.pair(this.push(true, at - line, list.path), key, end);
    if (list) return this.value({ ...list, isItem: true }, at, end, list.column);
    this.popTo(at - line);
    return key ? this.keyLine(key, at - line, end) : this.bareLine(at, at - line, end);
  }

  private keyLine(key: Key, column: number, end: number): number {
    const top = this.levels.at(-1);
    if (top?.isMap && top.column === column) return this.pair(top, key, end);
    const path = top ? (top.key === undefined ? top.path : below(top.path, top.key)) : [];
    return this.pair(this.push(true, column, path), key, end);
  }

  /** A line without a colon: a key that is being typed, or a value that stands below its key. */
  private bareLine(at: number, column: number, end: number): number {
    const top = this.levels.at(-1);
    if (!top && /[[{]/.test(this.text[at]!))
      return this.value({ path: [], group: ++this.groups }, at, end, -1);
    const map = top ?? this.push(true, column, []);
    if (map.isMap && map.column === column) {
      const last = trimmedEnd(this.text, at, commentFrom(this.text, at, end));
      const { path, group } = map;
      this.add({ path, group }, { start: at, end: last, text: this.text.slice(at, last), quote: '' }, 'key');
      return end;
    }
    if (!map.isPending) return end;
    map.isPending = false;
    return this.value({ path: below(map.path, map.key!), group: ++this.groups }, at, end, map.column);
  }

  /** The line of the cursor, with nothing on it: a new key, or a new item. */
  private nothing(column: number, at: number): void {
    const before = [...this.levels];
    this.popTo(column);
    const [root] = before;
    const top = this.levels.at(-1);
    const place = { start: at, end: at, text: '', quote: '' } as const;
    if (!top) {
      const lead = ' '.repeat(Math.max(0, (root?.column ?? 0) - column));
      this.add({ path: [], group: root?.group ?? 0, lead }, place, 'key');
    } else if (top.column === column) {
      if (top.isMap) this.add(top, place, 'key');
      else this.add({ path: top.path, group: top.group, isItem: true, lead: '- ' }, place);
    } else if (top.isPending) {
      this.add({ path: below(top.path, top.key!), group: ++this.groups, isItem: true, lead: '- ' }, place);
    }
    this.levels = before;
  }

  private pair(map: Level, key: Key, end: number): number {
    const { path, group } = map;
    this.add({ path, group, hasColon: true }, key, 'key');
    map.key = key.text;
    map.isPending = false;
    const inside = { path: below(path, key.text), group: ++this.groups };
    const from = this.behindProperties(key.colon + 1, end);
    const at = skipBlanks(this.text, from, end);
    if (at < end && this.text[at] !== '#') return this.value(inside, at, end, map.column);
    map.isPending = true;
    this.free(inside, from, at, end);
    return end;
  }

  /** Behind the tags and anchors that stand before a value. */
  private behindProperties(from: number, end: number): number {
    let behind = from;
    for (let at = skipBlanks(this.text, from, end); at < end && /[!&]/.test(this.text[at]!);) {
      while (at < end && !this.isBlank(at)) at++;
      behind = at;
      at = skipBlanks(this.text, at, end);
    }
    return behind;
  }

  /** The blanks behind a colon or a dash are free, but the last one before a comment. */
  private free({ path, group, isItem = false }: Inside, from: number, at: number, end: number): void {
    const until = Math.max(from, at < end ? at - 1 : at);
    this.parts.push(makePart({ kind: 'value', path, group, isItem, start: from, end: from, until }));
  }

  /** @param column what belongs to the value stands further in */
  private value(inside: Inside, at: number, end: number, column: number): number {
    const { text, head } = this;
    const char = text[at]!;
    if (char === '[' || char === '{') {
      const goesOn = (line: number) => this.standsIn(line, column) || /[\]}]/.test(this.firstOf(line));
      const newGroup = () => ++this.groups;
      return scanFlow(text, { start: at, end: head.end, path: inside.path, goesOn, newGroup }, this.parts);
    }
    // An alias: what it means stands elsewhere.
    if (char === '*') return end;
    const token =
      char === '"' || char === "'"
        ? quoted(text, at, head.end, line => this.standsIn(line, column))
        : this.bare(at, end, column);
    this.add(inside, token);
    return token.end;
  }

  /** A text without quotes, on one line or with more below it. */
  private bare(at: number, end: number, column: number): Token {
    const { text, head } = this;
    const isBlock = text[at] === '|' || text[at] === '>';
    const comment = commentFrom(text, at, end);
    const last = trimmedEnd(text, at, comment);
    let behind = last;
    const goesOn = isBlock || comment === end;
    for (let line = nextLine(text, end, head.end); goesOn && line < head.end;) {
      const lastOf = lineEnd(text, line, head.end);
      const isEmpty = skipBlanks(text, line, lastOf) >= lastOf;
      if (!this.standsIn(line, column)) break;
      if (isBlock ? isEmpty && this.isCursorOn(line, line + column) : isEmpty || this.firstOf(line) === '#')
        break;
      behind = lastOf;
      line = nextLine(text, lastOf, head.end);
    }
    return { start: at, end: behind, text: text.slice(at, last), quote: isBlock || behind > last ? '|' : '' };
  }

  private add(
    { path, group, isItem = false, ...more }: Inside & Partial<Pick<KeyOrValue, 'lead' | 'hasColon'>>,
    { start, end, text, quote }: Token,
    kind: KeyOrValue['kind'] = 'value',
  ): void {
    const { lead = '', hasColon = false } = more;
    this.parts.push(makePart({ kind, path, group, isItem, lead, hasColon, start, end, text, quote }));
  }

  private keyAt(at: number, end: number): Key | undefined {
    const { text } = this;
    const char = text[at]!;
    if (/[#&*!|>%@`[\]{},]/.test(char) || (char === '?' && this.isBlank(at + 1))) return undefined;
    if (char === '"' || char === "'") {
      const key = quoted(text, at, end, () => false);
      const colon = skipBlanks(text, key.end, end);
      return text[colon] === ':' && this.endsKey(colon, end) ? { ...key, colon } : undefined;
    }
    for (let colon = at; colon < end; colon++) {
      if (text[colon] === '#' && this.isBlank(colon - 1)) return undefined;
      if (text[colon] !== ':' || !this.endsKey(colon, end)) continue;
      const last = trimmedEnd(text, at, colon);
      return { start: at, end: last, text: text.slice(at, last), quote: '', colon };
    }
    return undefined;
  }

  private endsKey(colon: number, end: number): boolean {
    return colon + 1 >= end || this.isBlank(colon + 1);
  }

  private isDash(at: number, end: number): boolean {
    return this.text[at] === '-' && (at + 1 >= end || this.isBlank(at + 1));
  }

  private isBlank(at: number): boolean {
    return this.text[at] === ' ' || this.text[at] === '\t';
  }

  /** The list whose dashes stand there, if one can. */
  private listAt(column: number): Level | undefined {
    this.popTo(column, true);
    const top = this.levels.at(-1);
    if (!top || (!top.isMap && top.column === column)) return top;
    if (!top.isMap) return this.push(false, column, top.path);
    return top.isPending ? this.push(false, column, below(top.path, top.key!)) : undefined;
  }

  /** Leaves what stands further in; and, but for a dash, a list whose dashes stand where the keys do. */
  private popTo(column: number, isDash = false): void {
    const { levels } = this;
    for (let top = levels.at(-1); top; top = levels.at(-1)) {
      const isLevel = !isDash && !top.isMap && levels.at(-2)!.column === column;
      if (top.column <= column && !isLevel) return;
      levels.pop();
    }
  }

  private push(isMap: boolean, column: number, path: readonly string[]): Level {
    const top = this.levels.at(-1);
    if (top) top.isPending = false;
    const level = { isMap, column, path, group: ++this.groups, key: undefined, isPending: false };
    this.levels.push(level);
    return level;
  }

  /** Whether a line stands further in than `column`, or has nothing on it. */
  private standsIn(line: number, column: number): boolean {
    const end = lineEnd(this.text, line, this.head.end);
    const first = skipBlanks(this.text, line, end);
    return line < this.head.end && (first >= end || first - line > column);
  }

  private firstOf(line: number): string {
    return this.text[skipBlanks(this.text, line, this.head.end)] ?? '';
  }

  private isCursorOn(from: number, to: number): boolean {
    return this.cursor !== undefined && this.cursor >= from && this.cursor <= to;
  }
}
