import { isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import { namesInHeading } from './heading';
import { dayAtStart, saidBehind, unclearAtStart, type DayAtStart, type UnclearDay } from './logDay';
import { sectionOf, type NoteItem, type Notes, type Section } from './notes';

/** What somebody did about a deal on a day: a line of its `## Log`. */
export interface Activity {
  readonly on: CalendarDate;
  /** `call: asked for a reference customer` */
  readonly what: string;
}

/** The newest activity in the log of the notes. */
export function lastActivity(notes: Notes): Activity | undefined {
  return loggedIn(notes)[0]?.activity();
}

/**
 * The newest lines of the log, the newest first.
 *
 * @param isIn which days are to be among them; all, where it isn't given
 */
export function latestActivities(
  notes: Notes,
  most: number,
  isIn: (on: CalendarDate) => boolean = () => true,
): readonly Activity[] {
  const all = loggedIn(notes).filter(({ on }) => isIn(on));
  return all.slice(0, most).map(({ activity }) => activity());
}

/** An activity, and where in the lines of the notes it stands. What it was is worked out only where that is wanted. */
export interface LoggedLine {
  readonly on: CalendarDate;
  /** Of `lines`. */
  readonly line: number;
  readonly activity: () => Activity;
}

/** All activities, the newest first. */
export function loggedIn(notes: Notes): readonly LoggedLine[] {
  const days = logsOf(notes).flatMap(section => {
    const known = daysIn(notes, section).filter(({ date }) => isCalendarDate(date));
    // Of one day those stand first that are entries as this project writes them.
    return [known.filter(({ item }) => item), known.filter(({ item }) => !item)].flatMap(some =>
      runsUp(some) ? some.reverse() : some,
    );
  });
  return days
    .sort((a, b) => compare(a.date, b.date))
    .map(day => {
      const on = day.date as CalendarDate;
      return { on, line: day.line, activity: () => ({ on, what: whatStandsBehind(notes, day) }) };
    });
}

/** The lines of the log, of `lines`, that begin with what looks like a day and is none that is known. */
export function unclearDays(notes: Notes): readonly (UnclearDay & { readonly line: number })[] {
  const logs = [LOG, ALSO_LOG].map(name => sectionsNamed(notes, name)).find(some => some.length) ?? [];
  return logs.flatMap(section => beginnings(notes, section, unclearAtStart));
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
): (T & Pick<LogDay, 'line' | 'item' | 'isHeading'>)[] {
  const starts = new Map(headings.map(({ first: line, start }) => [line, start]));
  const outer = new Map(items.flatMap(item => (item.depth ? [] : [[item.line, item]])));
  const days: (T & Pick<LogDay, 'line' | 'item' | 'isHeading'>)[] = [];
  for (let line = first + 1; line < behind; line++) {
    const { start, text, content, leaf } = lines[line]!;
    // In a paragraph, a day may begin a line where others begin those above.
    const isGoingOn = lines[line - 1]!.leaf === leaf && days.at(-1)?.line !== line - 1;
    const isOfText = leaf?.kind === 'text' && !leaf.depth && !isGoingOn;
    const item = outer.get(line);
    const isBullet = item !== undefined && '-*+'.includes(whole[item.mark]!);
    const from = item?.content ?? starts.get(line) ?? (isOfText ? content : undefined);
    const day = from === undefined ? undefined : read(text.slice(from - start));
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
