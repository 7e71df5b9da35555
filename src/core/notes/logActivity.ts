import type { CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import type { TextEdit } from '../textEdit';
import { cutFrontMatter } from '../frontMatter/cut';
import { endOfItem, insertLines } from './insertLines';
import { entriesIn, linesOf, logSection, type Line } from './log';

/**
 * The edit that puts an activity with its date into the section `## Log` of a deal: above or below those that are there,
 * as the file has them, and in their style. Where there is no such section, it begins one at the end. Only lines are
 * added.
 *
 * @param what `call: asked for a reference customer`; all blanks in it become single spaces
 */
export function logActivity(text: string, on: CalendarDate, what: string): TextEdit[] {
  const cut = cutFrontMatter(text);
  const lines = linesOf(text, cut.kind === 'found' ? cut.frontMatter.bodyStart : 0);
  const entry = `${on} ${oneLine(what)}`;
  const section = logSection(lines);
  return [section ? intoSection(text, section, entry) : newSection(text, lines, entry)];
}

const ITEM = /^ {0,3}[-*+][ \t]/;
function newSection(text: string, lines: readonly Line[], entry: string): TextEdit {
  const last = lines.at(-1);
  // What comes behind a block that is never closed would be in it.
  const open = last?.block && !last.block.isClosed ? last.block : undefined;
  const at = open ? open.start : text.length;
  const before = lines.findLast(({ end }) => end <= at);
  const blankBefore = !before || before.text.trim() ? [''] : [];
  return insertLines(text, at, [...blankBefore, '## Log', '', `- ${entry}`, ...(open ? [''] : [])]);
}

function intoSection(text: string, section: readonly Line[], entry: string): TextEdit {
  const entries = entriesIn(section);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return firstEntry(text, section, entry);
  // One entry, or all of one day, tell nothing of the order; then the newest stands first.
  const isNewestLast = first.date < last.date;
  const at = isNewestLast ? endOfItem(section, last) : section[first.index]!.start;
  return insertLines(text, at, [`${last.indent}${last.bullet}${entry}`]);
}

/** Below the heading, and below the blank line that follows it. */
function firstEntry(text: string, section: readonly Line[], entry: string): TextEdit {
  const [heading, next, third] = section;
  const isBlank = next !== undefined && !next.text.trim();
  const at = isBlank ? next.end : heading!.end;
  const below = isBlank ? third : next;
  // Where the section ends here and the text does not, another heading follows.
  const isFollowed = below ? below.text.trim() && !ITEM.test(below.text) : at < text.length;
  return insertLines(text, at, [...(isBlank ? [] : ['']), `- ${entry}`, ...(isFollowed ? [''] : [])]);
}
