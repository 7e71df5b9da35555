import { isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import { namesInHeading } from './heading';
import { sectionOf, type NoteItem, type Notes, type Section } from './notes';

/** What somebody did about a deal on a day: a line of its `## Log`. */
export interface Activity {
  readonly on: CalendarDate;
  /** `call: asked for a reference customer` */
  readonly what: string;
}

/** The newest activity in the section `## Log` of the notes. */
export function lastActivity(notes: Notes): Activity | undefined {
  const section = logSection(notes);
  const entries = section ? entriesIn(notes, section).filter(({ date }) => isCalendarDate(date)) : [];
  // Of several on one day it is the first or the last, as the file has them.
  const isNewestLast = runsUp(entries);
  let newest: LogEntry | undefined;
  for (const entry of entries) {
    if (!newest || entry.date > newest.date || (isNewestLast && entry.date === newest.date)) newest = entry;
  }
  if (!newest) return undefined;
  const { start, text } = notes.lines[newest.item.line]!;
  const what = text.slice(newest.item.content - start + newest.date.length);
  return { on: newest.date as CalendarDate, what: oneLine(what).replace(/^: ?/, '') };
}

const LOG = /^(?:activity[ _-]?)?log$/i;
/** All lines that `LOG` may find something in, and some more. */
const LOG_LINE =
  /^[ \t]*(?:#{1,6}[ \t]+)?[^\p{L}\r\n]{0,30}(?:activity[ _-]?)?log(?![\p{L}\p{N}])(?:[^\p{L}\p{N}\r\n]{0,30}(?:[{#^][^\r\n]{0,80})?|[ \t]+#*[ \t]*)\r?$/imu;

/** Whether a text may have a log: one that has none need not be read for it. */
export function mayHaveLog(text: string, from: number): boolean {
  return LOG_LINE.test(text.slice(from));
}

/** The section `## Log`, with its heading; `undefined` where there is none. */
export function logSection(notes: Notes): Section | undefined {
  const heading = notes.headings.find(({ title }) => namesInHeading(title).some(name => LOG.test(name)));
  return heading && sectionOf(notes, heading);
}

/** An item of the log, and the day that it begins with. */
export interface LogEntry {
  readonly item: NoteItem;
  readonly date: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}\b/;

/** Items with a date, of the outer lists alone. */
export function entriesIn({ items, lines, text }: Notes, { first, behind }: Section): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const item of items) {
    if (item.depth || item.line < first || item.line >= behind) continue;
    const line = lines[item.line]!;
    if (!'-*+'.includes(text[item.mark]!)) continue;
    const [date] = DATE.exec(line.text.slice(item.content - line.start)) ?? [];
    if (date) entries.push({ item, date });
  }
  return entries;
}

/**
 * Whether a log has the newest last, as most of its neighbours stand: one entry that is out of order does not turn it. Where
 * they tell nothing, the newest stands first.
 */
export function runsUp(entries: readonly LogEntry[]): boolean {
  const steps = entries.slice(1).map(({ date }, index) => compare(entries[index]!.date, date));
  return steps.reduce((sum, step) => sum + step, 0) > 0;
}

/** 1 where the second is later, -1 where it is earlier. */
function compare(first: string, second: string): number {
  return Number(second > first) - Number(second < first);
}
