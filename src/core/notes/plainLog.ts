import { calendarDateAt, type CalendarDate } from '../calendar';
import { titleIn } from './blanks';
import { isNearTop } from './heading';
import { namesLog, runsUp } from './log';

/** The log of some notes, as far as deals are read. */
export interface PlainLog {
  /** That of the whole file, as `firstHeading` finds it. */
  readonly title: string | undefined;
  /** The newest first. */
  readonly entries: readonly PlainEntry[];
}

export interface PlainEntry {
  readonly date: CalendarDate;
  /** Counted from the number that the first line of the notes was said to have. */
  readonly line: number;
  /** Where what stands behind the day begins in the text, and ends. */
  readonly from: number;
  readonly to: number;
}

const [NEWLINE, SPACE, HASH, DASH, COLON, EQUALS] = [10, 32, 35, 45, 58, 61] as const;

/**
 * What begins code or HTML that may go on over lines, or another column; and a line end of Windows. Where none is in the notes, each
 * line says by itself what it is.
 */
const ODD = ['<', '```', '~~~', '\t', '\r'] as const;

/**
 * The log as nearly everybody writes it: items that begin with a day, below a heading. It goes through the lines once, where
 * `readNotes` makes of each what Markdown does; what it reads, it reads as that.
 *
 * @param start where the notes begin
 * @param firstLine the number of their first line
 * @returns nothing where a line may be something else, or a day isn't clear
 */
export function plainLog(text: string, start: number, firstLine = 0): PlainLog | undefined {
  if (ODD.some(sign => text.includes(sign, start))) return undefined;
  let title: { readonly words: string; readonly at: number } | undefined;
  /** Of the log that the line stands in. */
  let level = 0;
  let kind: 'log' | 'also' | undefined;
  const found: Record<'log' | 'also', PlainEntry[]> = { log: [], also: [] };
  let section: PlainEntry[] = [];
  const end = () => {
    // Not by `push(...)`: an argument for each of a hundred thousand lines is more than the stack has room for.
    if (kind) found[kind] = joined(found[kind], newestFirst(section));
    kind = undefined;
    section = [];
  };
  for (let at = start, line = firstLine; at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const to = newline < 0 ? text.length : newline;
    const first = behindSpaces(text, at, to);
    const code = first < to ? text.charCodeAt(first) : NEWLINE;
    const marks = code === HASH ? marksAt(text, first, to) : 0;
    if (marks) {
      if (first > at) return undefined;
      const words = titleIn(text.slice(first + marks, to));
      if (kind && marks <= level) end();
      if (kind && (namesLog(words) || MAY_BEGIN.test(words))) return undefined;
      if (!kind) {
        kind = namesLog(words);
        level = marks;
      }
      if (marks === 1 && words) title ??= { words, at: text.indexOf(words, first + marks) };
    } else if (code === DASH || code === EQUALS) {
      // A line of these alone may make a heading of what stands above it.
      if (isOnlyMarks(text, first, to)) return undefined;
      if (kind) {
        const date = first === at && code === DASH ? dayOfItem(text, at, to) : undefined;
        if (date) section.push({ date, line, from: at + BEFORE_WORDS, to });
        else if (code === EQUALS || !isPlainItem(text, first, to)) return undefined;
      }
    } else if (kind && code !== NEWLINE && MAY_BEGIN.test(text[first]!)) return undefined;
    at = to + 1;
  }
  end();
  return {
    title: title && isNearTop(title.at, start) ? title.words : undefined,
    entries: inOrder(found.log.length ? found.log : found.also),
  };
}

/** `- 2026-11-20` */
const BEFORE_WORDS = 12;

/** The day behind the mark of an item, with a blank, or a colon and a blank, behind it. */
function dayOfItem(text: string, at: number, to: number): CalendarDate | undefined {
  const isColon = text.charCodeAt(at + BEFORE_WORDS) === COLON;
  const blank = at + BEFORE_WORDS + (isColon ? 1 : 0);
  if (text.charCodeAt(at + 1) !== SPACE || blank >= to || text.charCodeAt(blank) !== SPACE) return undefined;
  return calendarDateAt(text, at + 2);
}

/** What may begin a day, in whatever form, or a mark of Markdown. */
const MAY_BEGIN = /^[0-9[*_`(>+~=-]/;

/** An item of words that are no day. */
function isPlainItem(text: string, first: number, to: number): boolean {
  return (
    text.charCodeAt(first + 1) === SPACE && first + 2 < to && !/^[0-9[*_`(>+~#= -]/.test(text[first + 2]!)
  );
}

function behindSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** How many marks of a heading stand there; 0 where it is none. */
function marksAt(text: string, first: number, to: number): number {
  let at = first;
  while (at < to && text.charCodeAt(at) === HASH) at++;
  const isHeading = at - first <= 6 && (at === to || text.charCodeAt(at) === SPACE);
  return isHeading ? at - first : 0;
}

function isOnlyMarks(text: string, first: number, to: number): boolean {
  for (let at = first; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== DASH && code !== EQUALS && code !== SPACE) return false;
  }
  return true;
}

function joined<T>(some: T[], others: T[]): T[] {
  return some.length ? some.concat(others) : others;
}

/** Those of one log, which may have the newest last. */
function newestFirst(entries: PlainEntry[]): PlainEntry[] {
  return runsUp(entries) ? entries.reverse() : entries;
}

function inOrder(entries: PlainEntry[]): PlainEntry[] {
  const isInOrder = entries.every(({ date }, at) => at === 0 || date <= entries[at - 1]!.date);
  return isInOrder ? entries : entries.sort((a, b) => Number(b.date > a.date) - Number(b.date < a.date));
}
