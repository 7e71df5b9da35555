import type { CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import { applyEdits, type TextEdit } from '../textEdit';
import { indentBehind, insertItems, insertLines, wideBullet } from './insertLines';
import { entriesIn, logSection, runsUp, type Activity, type LogEntry } from './log';
import { openEnd, type Notes, type Section } from './notes';
import { readNotes } from './readNotes';

/** An activity, and what stands below it. */
export interface ActivityToLog extends Activity {
  /** Lines of Markdown that belong to it and stand below it, further in. */
  readonly below?: readonly string[];
}

/**
 * The edit that puts an activity with its date into the section `## Log` of a deal: among those that are there by its
 * date, in the direction in which the file has them, and in their style. Where there is no such section, it begins one at the end. Only lines are
 * added.
 *
 * @param what `call: asked for a reference customer`; all blanks in it become single spaces
 */
export function logActivity(text: string, on: CalendarDate, what: string): TextEdit[] {
  const notes = readNotes(text);
  const entry = asWritten({ on, what });
  const section = logSection(notes);
  return [section ? intoSection(notes, section, [entry]) : newSection(notes, entry)].flat();
}

/**
 * The same of many activities, as if each were put there after the other; the text is read once or twice, however many they are.
 *
 * @param activities by their days, the oldest first
 */
export function logActivities(text: string, activities: readonly ActivityToLog[]): string {
  const [first, ...others] = activities.map(asWritten);
  if (!first) return text;
  const notes = readNotes(text);
  const section = logSection(notes);
  if (section && entriesIn(notes, section).length)
    return applyEdits(text, intoSection(notes, section, [first, ...others]));
  // Where there is none yet, the first one makes the place for the others.
  const begun = applyEdits(text, [section ? firstEntry(notes, section, first) : newSection(notes, first)]);
  return logActivities(begun, activities.slice(1));
}

/** An activity as it is written: what stands behind the bullet, and the lines below that. */
interface WrittenEntry {
  readonly on: CalendarDate;
  readonly line: string;
  readonly below: readonly string[];
}

function asWritten({ on, what, below = [] }: ActivityToLog): WrittenEntry {
  return { on, line: `${on} ${oneLine(what)}`, below };
}

/** What stands below is as far in as what stands behind the bullet: else it would be no part of the item. */
function linesOf(bullet: string, { line, below }: WrittenEntry): string[] {
  const [mark = ''] = /^[ \t]*[-+*][ \t]+/.exec(bullet) ?? [];
  const indent = mark.replace(/\S/g, ' ');
  return [bullet + line, ...below.map(one => (one ? indent + one : ''))];
}

function newSection(notes: Notes, entry: WrittenEntry): TextEdit {
  const { text, lines } = notes;
  // What comes behind a block that is never closed would be in it.
  const open = openEnd(notes);
  const at = open ?? text.length;
  const before = lines.findLast(({ end }) => end <= at);
  const blankBefore = !before || before.text.trim() ? [''] : [];
  const blankBehind = open === undefined ? [] : [''];
  const item = linesOf(wideBullet(notes, at, '- '), entry);
  return insertLines(text, at, [...blankBefore, '## Log', '', ...item, ...blankBehind]);
}

/** @param written by their days, the oldest first */
function intoSection(notes: Notes, section: Section, written: readonly WrittenEntry[]): TextEdit[] {
  const entries = entriesIn(notes, section);
  const [first] = entries;
  if (!first) return written.map(entry => firstEntry(notes, section, entry));
  const isNewestLast = runsUp(entries);
  const placed = new Map<LogEntry | undefined, WrittenEntry[]>();
  const places = new Map<CalendarDate, LogEntry | undefined>();
  for (const entry of written) {
    const { on } = entry;
    const comesFirst = ({ date }: LogEntry) => (isNewestLast ? date <= on : date > on);
    // Behind the last of those that come first; only above all where none does.
    const above = places.has(on) ? places.get(on) : entries.findLast(comesFirst);
    places.set(on, above);
    const beside = placed.get(above);
    if (beside) beside.push(entry);
    else placed.set(above, [entry]);
  }
  const edits = [...placed].map(([above, some]) => {
    const beside = above ?? first;
    const { start } = notes.lines[beside.item.line]!;
    const bullet = notes.text.slice(start, beside.item.content);
    const inOrder = isNewestLast ? some : some.toReversed();
    const lines = inOrder.flatMap(entry => linesOf(bullet, entry));
    return above ? insertItems(notes, above.item, lines) : insertLines(notes.text, start, lines);
  });
  return edits.sort((a, b) => a.start - b.start);
}

/** Below the heading, and below the blank line that follows it. */
function firstEntry(notes: Notes, section: Section, entry: WrittenEntry): TextEdit {
  const { text, lines, items } = notes;
  const { heading, behind } = section;
  const next = heading.last + 1;
  const isBlank = next < behind && !lines[next]!.text.trim();
  const at = lines[isBlank ? next : heading.last]!.end;
  const below = isBlank ? next + 1 : next;
  const isItem = items.some(({ line, depth }) => line === below && !depth);
  if (below < behind && !isItem && indentBehind(notes, at) > 1) return lastInSection(notes, section, entry);
  // Where the section ends here and the text does not, another heading follows.
  const isFollowed = below < behind ? lines[below]!.text.trim() && !isItem : at < text.length;
  const item = linesOf(wideBullet(notes, at, '- '), entry);
  return insertLines(text, at, [...(isBlank ? [] : ['']), ...item, ...(isFollowed ? [''] : [])]);
}

/** Behind all that stands in the section: above it, what stands further in would become a part of the entry. */
function lastInSection(notes: Notes, { behind }: Section, entry: WrittenEntry): TextEdit {
  const { text, lines } = notes;
  const open = openEnd(notes) ?? text.length;
  const last = lines.findLastIndex(
    (line, index) => index < behind && line.end <= open && line.text.trim() !== '',
  );
  const at = lines[last]!.end;
  const isFollowed = lines[last + 1]?.text.trim();
  const item = linesOf(wideBullet(notes, at, '- '), entry);
  return insertLines(text, at, ['', ...item, ...(isFollowed ? [''] : [])]);
}
