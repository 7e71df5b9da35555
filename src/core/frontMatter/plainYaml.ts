import { calendarDateAt } from '../calendar';
import { once } from '../once';
import { ownText } from '../ownText';
import { SharedWords } from './sharedWords';

/**
 * Reads front matter as nearly everybody writes it: a key and a value a line, lists and groups of plain or quoted words. It
 * takes a small part of YAML, in which there is one reading only; a fraction of the time, and of the code, of a parser. It goes
 * through the text once and cuts out of it only what no file before has said.
 *
 * @param start where it begins in the text, and
 * @param end where it ends
 * @returns `undefined` at anything else, valid or not
 */
export function parsePlainYaml(
  text: string,
  start = 0,
  end = text.length,
): Readonly<Record<string, unknown>> | undefined {
  return new PlainReader(text, end).read(start);
}

const words = once(() => new SharedWords());

const [SPACE, DOUBLE, HASH, SINGLE, COMMA, DASH, COLON, BACKSLASH] = [
  32, 34, 35, 39, 44, 45, 58, 92,
] as const;
const [OPEN_LIST, CLOSE_LIST, OPEN_GROUP, CLOSE_GROUP] = [91, 93, 123, 125] as const;

/** Nobody's key is longer. */
const LONGEST_KEY = 61;
/** Digits of a number that is surely exact. */
const MOST_DIGITS = 15;

/** Nothing that can be read here, as opposed to a value that is nothing. */
const UNREAD = Symbol('unread');

class PlainReader {
  private readonly words = words();
  /** Where the next line that says something begins and ends, once that was looked for: -1 where none does. */
  private ahead: number | undefined;
  private newline = 0;
  /** Where the line ends that is being read, without blanks, and the next one begins. */
  private lineEnd = 0;
  private next = 0;
  /** Where what is behind a key begins. */
  private behind = 0;
  /** Whether a comment has a sign in which readers may differ. */
  private isOdd = false;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  read(start: number): Readonly<Record<string, unknown>> | undefined {
    const { text } = this;
    const data: Record<string, unknown> = {};
    let isEmpty = true;
    this.next = start;
    for (let at = this.peek(); at >= 0; at = this.peek()) {
      this.take();
      const key = this.key(at, this.lineEnd);
      if (key === undefined || Object.hasOwn(data, key)) return undefined;
      isEmpty = false;
      const [from, to] = [this.behind, this.lineEnd];
      const below = this.peek();
      const isMore = below >= 0 && (text.charCodeAt(below) === SPACE || isDash(text, below));
      if (from < to && isMore) return undefined;
      const value = from < to ? this.value(from, to) : isMore ? this.list() : null;
      if (value === UNREAD) return undefined;
      data[key] = value;
    }
    return isEmpty || this.isOdd ? undefined : data;
  }

  /** Where the next line begins that says something, -1 where none does: what is blank, and comments, are passed over. */
  private peek(): number {
    if (this.ahead !== undefined) return this.ahead;
    const { text, end } = this;
    for (let at = this.next; at < end; at = this.newline + 1) {
      const found = text.indexOf('\n', at);
      this.newline = found < 0 || found > end ? end : found;
      const first = behindSpaces(text, at, this.newline);
      if (first < this.newline && text.charCodeAt(at) !== HASH) return (this.ahead = at);
      if (!isPlain(text, first, this.newline)) this.isOdd = true;
    }
    return (this.ahead = -1);
  }

  /** Goes to the line that was looked for. */
  private take(): void {
    let last = this.newline;
    while (this.text.charCodeAt(last - 1) === SPACE) last--;
    this.lineEnd = last;
    this.next = this.newline + 1;
    this.ahead = undefined;
  }

  /** The key that stands at a place; keeps where what is behind it begins. */
  private key(at: number, to: number): string | undefined {
    const { text } = this;
    if (!isLetter(text.charCodeAt(at))) return undefined;
    const most = Math.min(to, at + LONGEST_KEY + 1);
    let colon = at;
    while (colon < most && text.charCodeAt(colon) !== COLON) colon++;
    if (colon === most) return undefined;
    if (colon + 1 < to && text.charCodeAt(colon + 1) !== SPACE) return undefined;
    const word = this.words.at(text, at, colon, isWord);
    if (!word?.isKey) return undefined;
    this.behind = behindSpaces(text, colon + 1, to);
    return word.text;
  }

  /** What a part of a line says. */
  private value(from: number, to: number): unknown {
    const { text } = this;
    switch (text.charCodeAt(from)) {
      case DOUBLE:
      case SINGLE:
        return this.quoted(from, to);
      case OPEN_LIST:
        return text.charCodeAt(to - 1) === CLOSE_LIST && to - from > 1
          ? this.flowList(from + 1, to - 1)
          : UNREAD;
      case OPEN_GROUP:
        return text.charCodeAt(to - 1) === CLOSE_GROUP && to - from > 1
          ? this.flowGroup(from + 1, to - 1)
          : UNREAD;
      default:
        return this.plain(from, to);
    }
  }

  private plain(from: number, to: number): unknown {
    const { text } = this;
    const number = digitsAt(text, from, to);
    if (number >= 0) return number;
    if (to - from === 10) {
      const day = calendarDateAt(text, from);
      if (day !== undefined) return day;
    }
    const word = this.words.at(text, from, to, isWord);
    return word ? word.value : UNREAD;
  }

  /** Without an escape, or a quote within. */
  private quoted(from: number, to: number): unknown {
    const { text } = this;
    const quote = text.charCodeAt(from);
    if (to - from < 2 || text.charCodeAt(to - 1) !== quote) return UNREAD;
    for (let at = from + 1; at < to - 1; at++) {
      const code = text.charCodeAt(at);
      if (code === quote || (quote === DOUBLE && code === BACKSLASH) || isOddCode(code)) return UNREAD;
    }
    return ownText(text.slice(from + 1, to - 1));
  }

  /** Items that begin below each other, each of them a value, or a group with a key and a value a line. */
  private list(): unknown {
    const { text } = this;
    const items: unknown[] = [];
    let indent = -1;
    let group: Record<string, unknown> | undefined;
    for (let at = this.peek(); at >= 0; at = this.peek()) {
      const from = behindSpaces(text, at, this.end) - at;
      if (from === 0 && !isDash(text, at)) break;
      this.take();
      if (indent < 0) indent = from;
      const isItem = from === indent && isDash(text, at + from);
      if (!isItem && (from !== indent + 2 || !group)) return UNREAD;
      const begin = at + indent + 2;
      const to = this.lineEnd;
      if (begin >= to || text.charCodeAt(begin) === SPACE) return UNREAD;
      const key = this.key(begin, to);
      if (key === undefined) {
        const value = isItem ? this.value(begin, to) : UNREAD;
        if (value === UNREAD) return UNREAD;
        items.push(value);
        group = undefined;
        continue;
      }
      if (isItem) items.push((group = {}));
      if (this.behind >= to || Object.hasOwn(group!, key)) return UNREAD;
      const value = this.value(this.behind, to);
      if (value === UNREAD) return UNREAD;
      group![key] = value;
    }
    return items;
  }

  /** No brackets within brackets, and no comment. */
  private flowList(from: number, to: number): unknown {
    const items: unknown[] = [];
    for (let at = behindSpaces(this.text, from, to); at < to; at = this.behind) {
      const value = this.flowValue(at, to);
      if (value === UNREAD) return UNREAD;
      items.push(value);
    }
    return items;
  }

  private flowGroup(from: number, to: number): unknown {
    const { text } = this;
    const group: Record<string, unknown> = {};
    for (let at = behindSpaces(text, from, to); at < to; at = this.behind) {
      const key = this.key(at, to);
      if (key === undefined || Object.hasOwn(group, key) || this.behind >= to) return UNREAD;
      const value = this.flowValue(this.behind, to);
      if (value === UNREAD) return UNREAD;
      group[key] = value;
    }
    return group;
  }

  /** A value up to the comma behind it; keeps where the next begins. */
  private flowValue(from: number, to: number): unknown {
    const { text } = this;
    const quote = text.charCodeAt(from);
    const isQuoted = quote === DOUBLE || quote === SINGLE;
    let comma = from + 1;
    if (isQuoted) {
      while (comma < to && text.charCodeAt(comma) !== quote) comma++;
      // Behind the quote there is a comma, or nothing.
      comma++;
    } else {
      while (comma < to && text.charCodeAt(comma) !== COMMA) {
        if (isOfFlow(text.charCodeAt(comma))) return UNREAD;
        comma++;
      }
    }
    if (comma > to) return UNREAD;
    let last = comma;
    while (last > from && text.charCodeAt(last - 1) === SPACE) last--;
    if (comma < to) {
      if (text.charCodeAt(comma) !== COMMA || text.charCodeAt(comma + 1) !== SPACE) return UNREAD;
      this.behind = behindSpaces(text, comma + 1, to);
      if (this.behind >= to) return UNREAD;
    } else this.behind = to;
    return isQuoted ? this.quoted(from, comma) : this.plain(from, last);
  }
}

function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE;
}

function behindSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** A number of digits alone; -1 where something else stands there. */
function digitsAt(text: string, from: number, to: number): number {
  if (to - from > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** What begins or ends something within brackets. */
function isOfFlow(code: number): boolean {
  return (
    code === OPEN_LIST ||
    code === CLOSE_LIST ||
    code === OPEN_GROUP ||
    code === CLOSE_GROUP ||
    code === COLON ||
    code === HASH
  );
}

/** Line ends other than `\n`, tabs, and what is seen by nobody or takes two units. */
function isOddCode(code: number): boolean {
  if (code >= SPACE && code <= 0x7e) return false;
  return code < 0xa1 || code === 0x2028 || code === 0x2029 || code > 0xd7ff;
}

/** Whether all signs between two places are read alike by everybody. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isOddCode(text.charCodeAt(at))) return false;
  return true;
}

/** Whether what stands between two places is nothing but that text: no other reader would see it end, or be something else. */
function isWord(text: string, from: number, to: number): boolean {
  if (!mayBegin(text.charCodeAt(from)) || text.charCodeAt(to - 1) === COLON) return false;
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isOddCode(code)) return false;
    if (code === SPACE && before === COLON) return false;
    if (code === HASH && before === SPACE) return false;
    before = code;
  }
  return true;
}

/** With what a text may begin that is nothing but that text: letters, digits, `(`, `+`, `/`, `_`. */
function mayBegin(code: number): boolean {
  return (
    isLetter(code) ||
    (code >= 48 && code <= 57) ||
    code === 40 ||
    code === 43 ||
    code === 47 ||
    code === 95 ||
    code >= 0xa1
  );
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
