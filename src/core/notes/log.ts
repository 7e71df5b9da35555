import { isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import { namesInHeading } from './heading';
import {
  dayAtStart,
  MAY_BEGIN_DAY,
  saidBehind,
  unclearAtStart,
  type DayAtStart,
  type UnclearDay,
} from './logDay';
import { sectionOf, type NoteItem, type Notes, type Section } from './notes';
import { withoutEscapes } from './withoutEscapes';

/** What somebody did about a deal on a day: a line of its `## Log`. */
export interface Activity {
  readonly on: CalendarDate;
  /** `call: asked for a reference customer` */
  readonly what: string;
}

/** The newest activity in the log of the notes, as a reader sees it. */
export function lastActivity(notes: Notes): Activity | undefined {
  return latestActivities(notes, 1)[0];
}

/**
 * The newest lines of the log as a reader sees them, the newest first.
 *
 * @param isIn which days are to be among them; all, where it isn't given
 */
export function latestActivities(
  notes: Notes,
  most: number,
  isIn: (on: CalendarDate) => boolean = () => true,
): readonly Activity[] {
  const all = loggedIn(notes).filter(({ on }) => isIn(on));
  return all.slice(0, most).map(({ activity }) => {
    const { on, what } = activity();
    return { on, what: withoutEscapes(what) };
  });
}

/** An activity as it is written, and where in the lines of the notes it stands. What it was is worked out only where that is wanted. */
export interface LoggedLine {
  readonly on: CalendarDate;
  /** Of `lines`. */
  readonly line: number;
  readonly activity: () => Activity;
}

/** All activities, the newest first. */
export function loggedIn(notes: Notes): readonly LoggedLine[] {
  const days = logsOf(notes).flatMap(log => {
    const known = log.days.filter(({ what }) => isCalendarDate(what.date));
    // Of one day those stand first that are entries as this project writes them.
    const items = known.filter(({ item }) => item);
    const others = items.length < known.length ? known.filter(({ item }) => !item) : [];
    return [...newestFirst(items), ...newestFirst(others)];
  });
  return days
    .sort((a, b) => compare(a.what.date, b.what.date))
    .map(day => {
      const on = day.what.date as CalendarDate;
      return { on, line: day.line, activity: () => ({ on, what: whatStandsBehind(notes, day) }) };
    });
}

function newestFirst(days: LogDay[]): LogDay[] {
  return runsUp(days.map(({ what }) => what)) ? days.reverse() : days;
}

/** The lines of the log, of `lines`, that begin with what looks like a day and is none that is known. */
export function unclearDays(notes: Notes): readonly (UnclearDay & { readonly line: number })[] {
  const logs = [LOG, ALSO_LOG].map(name => sectionsNamed(notes, name)).find(some => some.length) ?? [];
  return logs.flatMap(section =>
    beginnings(notes, section, unclearAtStart).map(({ what, line }) => ({ ...what, line })),
  );
}

function whatStandsBehind({ lines }: Notes, { what, line, isHeading }: LogDay): string {
  const said = saidBehind(what.words);
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
  // Nearly every log begins so, and the expression takes long.
  return text.includes('\n## Log\n', from - 1) || LOG_LINE.test(text.slice(from));
}

/** The section `## Log`, with its heading; `undefined` where there is none. */
export function logSection(notes: Notes): Section | undefined {
  return sectionsNamed(notes, LOG)[0] ?? logsOf(notes)[0]?.section;
}

/** A section that is a log, and what is dated in it. */
interface Log {
  readonly section: Section;
  readonly days: readonly LogDay[];
}

/** The log; where nothing is dated in it, what else may be one. */
function logsOf(notes: Notes): readonly Log[] {
  const dated = (name: RegExp) =>
    sectionsNamed(notes, name)
      .map(section => ({ section, days: daysIn(notes, section) }))
      .filter(({ days }) => days.length > 0);
  const logs = dated(LOG);
  return logs.length ? logs : dated(ALSO_LOG);
}

/** What all names of logs have in them: to take the names of a heading apart costs much more than to look for it. */
const NAMES_LOG = /log|activit/i;

/** Whether a heading of this title begins the log, or what may be one where there is no other. */
export function namesLog(title: string): 'log' | 'also' | undefined {
  if (isNamed(title, LOG)) return 'log';
  return isNamed(title, ALSO_LOG) ? 'also' : undefined;
}

function isNamed(title: string, name: RegExp): boolean {
  return NAMES_LOG.test(title) && (name.test(title) || namesInHeading(title).some(one => name.test(one)));
}

function sectionsNamed(notes: Notes, name: RegExp): Section[] {
  const headings = notes.headings.filter(({ title }) => isNamed(title, name));
  return headings.map(heading => sectionOf(notes, heading));
}

/** A line of the log that begins with something: an item, a heading, or one of a paragraph. */
interface Beginning<T> {
  readonly what: T;
  /** Of `lines`. */
  readonly line: number;
  readonly isHeading: boolean;
  /** The item that it begins, of an outer list that is not numbered: beside it, another may be added. */
  readonly item: NoteItem | undefined;
}

type LogDay = Beginning<DayAtStart>;

function daysIn(notes: Notes, section: Section): LogDay[] {
  return beginnings(notes, section, dayAtStart);
}

/** The lines of a log, of `lines`, that are no items and begin with a day: of a paragraph, as some write it. */
export function datedLines(notes: Notes, section: Section): number[] {
  return daysIn(notes, section).flatMap(({ line, isHeading }) =>
    isHeading || notes.items.some(item => item.line === line) ? [] : [line],
  );
}

/** What lines begin with that may begin with a day. */
function beginnings<T extends object>(
  { headings, items, lines, text: whole }: Notes,
  { first, behind }: Section,
  read: (text: string) => T | undefined,
): Beginning<T>[] {
  const found: Beginning<T>[] = [];
  // Both are in the order of their lines, and of a line's items the outer one is the first.
  let [nextHeading, nextItem] = [0, 0];
  for (let line = first + 1; line < behind; line++) {
    const { start, text, content, leaf } = lines[line]!;
    while (nextHeading < headings.length && headings[nextHeading]!.first < line) nextHeading++;
    while (nextItem < items.length && items[nextItem]!.line < line) nextItem++;
    const heading = headings[nextHeading]?.first === line ? headings[nextHeading] : undefined;
    const item = items[nextItem]?.line === line && !items[nextItem]!.depth ? items[nextItem] : undefined;
    // In a paragraph, a day may begin a line where others begin those above.
    const isGoingOn = lines[line - 1]!.leaf === leaf && found.at(-1)?.line !== line - 1;
    const isOfText = leaf?.kind === 'text' && !leaf.depth && !isGoingOn;
    const from = item?.content ?? heading?.start ?? (isOfText ? content : undefined);
    if (from === undefined || !MAY_BEGIN_DAY.has(whole[from]!)) continue;
    const what = read(text.slice(from - start));
    if (!what) continue;
    const isBullet = item !== undefined && '-*+'.includes(whole[item.mark]!);
    // All of one shape, which a spread of what was read would not be: this is asked of each line of each file.
    found.push({ what, line, item: isBullet ? item : undefined, isHeading: heading !== undefined });
  }
  return found;
}

/** An item of the log, and the day that it begins with. */
export interface LogEntry {
  readonly item: NoteItem;
  readonly date: string;
}

/** Items with a date, of the outer lists alone. */
export function entriesIn(notes: Notes, section: Section): LogEntry[] {
  return daysIn(notes, section).flatMap(({ item, what }) => (item ? [{ item, date: what.date }] : []));
}

/**
 * Whether a log has the newest last, as most of its neighbours stand: one entry that is out of order does not turn it. Where
 * they tell nothing, the newest stands first.
 */
export function runsUp(entries: readonly Pick<LogEntry, 'date'>[]): boolean {
  let steps = 0;
  for (let at = 1; at < entries.length; at++) steps += compare(entries[at - 1]!.date, entries[at]!.date);
  return steps > 0;
}

/** 1 where the second is later, -1 where it is earlier. */
function compare(first: string, second: string): number {
  return Number(second > first) - Number(second < first);
}
