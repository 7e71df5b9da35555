import { isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import { namesInHeading } from './heading';
import { dayAtStart, saidBehind, type DayAtStart } from './logDay';
import { sectionOf, type NoteItem, type Notes, type Section } from './notes';

/** What somebody did about a deal on a day: a line of its `## Log`. */
export interface Activity {
  readonly on: CalendarDate;
  /** `call: asked for a reference customer` */
  readonly what: string;
}

/** The newest activity in the log of the notes. */
export function lastActivity(notes: Notes): Activity | undefined {
  return lastLogged(notes)?.activity;
}

/** The same, with where its line starts in the text. */
export function lastLogged(
  notes: Notes,
): { readonly activity: Activity; readonly start: number } | undefined {
  let newest: LogDay | undefined;
  for (const section of logsOf(notes)) {
    const days = daysIn(notes, section);
    // Of one day it is an entry as this project writes them.
    for (const some of [days.filter(({ item }) => item), days.filter(({ item }) => !item)]) {
      const last = newestOf(some);
      if (last && (!newest || last.date > newest.date)) newest = last;
    }
  }
  if (!newest) return undefined;
  const activity = { on: newest.date as CalendarDate, what: whatStandsBehind(notes, newest) };
  return { activity, start: notes.lines[newest.line]!.start };
}

/** The newest lines of the log, the newest first. */
export function latestActivities(notes: Notes, most: number): readonly Activity[] {
  const days = logsOf(notes).flatMap(section => {
    const known = daysIn(notes, section).filter(({ date }) => isCalendarDate(date));
    return runsUp(known) ? known.reverse() : known;
  });
  return days
    .sort((a, b) => compare(a.date, b.date))
    .slice(0, most)
    .map(day => ({ on: day.date as CalendarDate, what: whatStandsBehind(notes, day) }));
}

/** The day of each activity, the newest first. */
export function activeDays(notes: Notes): readonly CalendarDate[] {
  const days = logsOf(notes).flatMap(section => daysIn(notes, section));
  return days
    .map(({ date }) => date)
    .filter(isCalendarDate)
    .sort()
    .reverse();
}

/** Of several on one day it is the first or the last, as the file has them. */
function newestOf(days: readonly LogDay[]): LogDay | undefined {
  const known = days.filter(({ date }) => isCalendarDate(date));
  const isNewestLast = runsUp(known);
  let newest: LogDay | undefined;
  for (const day of known) {
    if (!newest || day.date > newest.date || (isNewestLast && day.date === newest.date)) newest = day;
  }
  return newest;
}

function whatStandsBehind({ lines }: Notes, { line, words, isHeading }: LogDay): string {
  const said = saidBehind(words);
  if (said || !isHeading) return said;
  const below = lines.slice(line + 1).find(({ leaf }) => leaf);
  return below?.leaf!.kind === 'text' ? oneLine(below.text.slice(below.content - below.start)) : '';
}

const LOG = /^(?:activity[ _-]?)?log$/i;
/** What others call it; only where something is dated below it, since it may mean something else. */
const ALSO_LOG = /^(?:activity[ _-]?)?logs$|^activit(?:y|ies)$/i;
/** All lines that these may find something in, and some more. */
const LOG_LINE =
  /^[ \t]*(?:#{1,6}[ \t]+)?[^\p{L}\r\n]{0,30}(?:(?:activity[ _-]?)?logs?|activit(?:y|ies))(?![\p{L}\p{N}])(?:[^\p{L}\p{N}\r\n]{0,30}(?:[{#^([][^\r\n]{0,80})?|[ \t]+#*[ \t]*)\r?$/imu;

/** Whether a text may have a log: one that has none need not be read for it. */
export function mayHaveLog(text: string, from: number): boolean {
  return LOG_LINE.test(text.slice(from));
}

/** The section `## Log`, with its heading; `undefined` where there is none. */
export function logSection(notes: Notes): Section | undefined {
  return sectionsNamed(notes, LOG)[0] ?? logsOf(notes)[0];
}

/** The log; where nothing is dated in it, what else may be one. */
function logsOf(notes: Notes): readonly Section[] {
  const dated = (name: RegExp) =>
    sectionsNamed(notes, name).filter(section => daysIn(notes, section).length > 0);
  const logs = dated(LOG);
  return logs.length ? logs : dated(ALSO_LOG);
}

function sectionsNamed(notes: Notes, name: RegExp): Section[] {
  const headings = notes.headings.filter(({ title }) => namesInHeading(title).some(one => name.test(one)));
  return headings.map(heading => sectionOf(notes, heading));
}

/** A line of the log that begins with a day: an item, a heading, or one of a paragraph. */
interface LogDay extends DayAtStart {
  /** Of `lines`. */
  readonly line: number;
  readonly isHeading: boolean;
  /** The item that it begins, of an outer list that is not numbered: beside it, another may be added. */
  readonly item: NoteItem | undefined;
}

function daysIn({ headings, items, lines, text: whole }: Notes, { first, behind }: Section): LogDay[] {
  const starts = new Map(headings.map(({ first: line, start }) => [line, start]));
  const outer = new Map(items.flatMap(item => (item.depth ? [] : [[item.line, item]])));
  const days: LogDay[] = [];
  for (let line = first + 1; line < behind; line++) {
    const { start, text, content, leaf } = lines[line]!;
    // In a paragraph, a day may begin a line where others begin those above.
    const isGoingOn = lines[line - 1]!.leaf === leaf && days.at(-1)?.line !== line - 1;
    const isOfText = leaf?.kind === 'text' && !leaf.depth && !isGoingOn;
    const item = outer.get(line);
    const isBullet = item !== undefined && '-*+'.includes(whole[item.mark]!);
    const from = item?.content ?? starts.get(line) ?? (isOfText ? content : undefined);
    const day = from === undefined ? undefined : dayAtStart(text.slice(from - start));
    if (day) days.push({ ...day, line, item: isBullet ? item : undefined, isHeading: starts.has(line) });
  }
  return days;
}

/** An item of the log, and the day that it begins with. */
export interface LogEntry {
  readonly item: NoteItem;
  readonly date: string;
}

/** Items with a date, of the outer lists alone. */
export function entriesIn(notes: Notes, section: Section): LogEntry[] {
  return daysIn(notes, section).flatMap(({ item, date }) => (item ? [{ item, date }] : []));
}

/**
 * Whether a log has the newest last, as most of its neighbours stand: one entry that is out of order does not turn it. Where
 * they tell nothing, the newest stands first.
 */
export function runsUp(entries: readonly Pick<LogEntry, 'date'>[]): boolean {
  const steps = entries.slice(1).map(({ date }, index) => compare(entries[index]!.date, date));
  return steps.reduce((sum, step) => sum + step, 0) > 0;
}

/** 1 where the second is later, -1 where it is earlier. */
function compare(first: string, second: string): number {
  return Number(second > first) - Number(second < first);
}
