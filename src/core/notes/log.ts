import { isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';

/** What somebody did about a deal on a day: a line of its `## Log`. */
export interface Activity {
  readonly on: CalendarDate;
  /** `call: asked for a reference customer` */
  readonly what: string;
}

/** The newest activity in the section `## Log` of a body, which begins at `from`. */
export function lastActivity(text: string, from: number): Activity | undefined {
  const start = whereLogBegins(text, from);
  if (start === undefined) return undefined;
  const section = logSection(linesOf(text, start));
  let newest: Found | undefined;
  const entries = section ? entriesIn(section).filter(({ date }) => isCalendarDate(date)) : [];
  // Of several on one day it is the first or the last, as the file has them.
  const isNewestLast = entries.length > 0 && entries[0]!.date < entries.at(-1)!.date;
  for (const entry of entries) {
    if (!newest || entry.date > newest.date || (isNewestLast && entry.date === newest.date)) newest = entry;
  }
  if (!newest) return undefined;
  const line = section![newest.index]!.text;
  const what = line.slice(newest.indent.length + newest.bullet.length + newest.date.length);
  return { on: newest.date as CalendarDate, what: oneLine(what).replace(/^: ?/, '') };
}

/**
 * Where reading may begin. Each file of a pipeline is asked for its last activity, and most lines of most bodies are
 * before its log: they are gone through line by line only where there is a block that might hide a heading.
 */
function whereLogBegins(text: string, from: number): number | undefined {
  for (let at = text.indexOf('#', from); at >= 0;) {
    const start = Math.max(from, text.lastIndexOf('\n', at) + 1);
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (at - start <= 3 && LOG.test(text.slice(start, end).trimEnd())) {
      return BLOCK.test(text.slice(from, start)) ? from : start;
    }
    at = text.indexOf('#', end);
  }
  return undefined;
}

/** The lines of the section `## Log`, from its heading to the next one of its level; `undefined` where there is none. */
export function logSection(lines: readonly Line[]): readonly Line[] | undefined {
  const heading = lines.findIndex(line => !line.block && LOG.test(line.text));
  if (heading < 0) return undefined;
  const level = levelOf(lines[heading]!);
  const next = lines.findIndex((line, at) => at > heading && levelOf(line) > 0 && levelOf(line) <= level);
  return lines.slice(heading, next < 0 ? undefined : next);
}

/** A block of code with its fences, or a comment: what stands in it is no heading and no entry. */
interface Block {
  readonly start: number;
  isClosed: boolean;
}

/** A line of a body. */
export interface Line {
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  readonly text: string;
  readonly block: Block | undefined;
}

const LOG = /^ {0,3}#{1,6}[ \t]+(?:activity )?log[ \t]*#*[ \t]*$/i;
/** What may begin a block. */
const BLOCK = /`{3}|~{3}|<!--/;
const FENCE = /^[ \t>]*(?:[-*+][ \t]+)*(`{3,}|~{3,})/;
const COMMENT = /^ {0,3}<!--/;
/** The lines of a text from this place on, which is the start of one outside of all blocks. */
export function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let block: Block | undefined;
  /** What closes the block. */
  let mark = '';
  const hasBlocks = BLOCK.test(text.slice(from));
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, newline < 0 ? end : text[newline - 1] === '\r' ? newline - 1 : newline);
    let isLast = false;
    if (block) {
      isLast = mark === '-->' ? line.includes(mark) : closes(line, mark);
    } else if (hasBlocks) {
      mark = FENCE.exec(line)?.[1] ?? (COMMENT.test(line) ? '-->' : '');
      if (mark) block = { start, isClosed: false };
      isLast = mark === '-->' && line.includes(mark);
    }
    lines.push({ start, end, text: line, block });
    if (block && isLast) {
      block.isClosed = true;
      block = undefined;
    }
    start = end;
  }
  return lines;
}

/** A fence of the same kind, as long or longer, with nothing behind it. */
function closes(line: string, fence: string): boolean {
  const found = line.replace(/^[ \t>]+/, '').trimEnd();
  return found.startsWith(fence) && found === fence[0]!.repeat(found.length);
}

/** 1 to 6 for a heading, else 0. */
export function levelOf({ block, text }: Line): number {
  return block ? 0 : (/^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(text)?.[1]!.length ?? 0);
}

/** An entry of the log: which line of the section it begins on, and what stands before its words. */
export interface Found {
  readonly index: number;
  readonly indent: string;
  readonly bullet: string;
  readonly date: string;
}

/** Items with a date, of the outer list alone. */
export function entriesIn(section: readonly Line[]): Found[] {
  const entries: Found[] = [];
  for (const [index, line] of section.entries()) {
    const [, indent, bullet, date] = /^( {0,3})([-*+][ \t]+)(\d{4}-\d{2}-\d{2})\b/.exec(line.text) ?? [];
    if (line.block || indent === undefined || !bullet || !date) continue;
    if (!entries.length || indent === entries[0]!.indent) entries.push({ index, indent, bullet, date });
  }
  return entries;
}
