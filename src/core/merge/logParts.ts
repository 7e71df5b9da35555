import { dayAtStart } from '../notes/logDay';
import { datedLines, logSection, runsUp } from '../notes/log';
import type { NoteItem, Notes } from '../notes/notes';
import { readNotes } from '../notes/readNotes';
import type { MergeItem } from './unite';

/** The notes of a deal with their log cut out. */
export interface LogParts {
  readonly before: readonly string[];
  /** The heading, and all down to the first entry. */
  readonly head: readonly string[];
  readonly entries: readonly MergeItem[];
  /** How the entries are written; `undefined` where there are none. */
  readonly form: 'items' | 'paragraphs' | undefined;
  /** Blank lines between two entries. */
  readonly gap: number;
  /** What stands behind the last entry. */
  readonly tail: readonly string[];
  readonly behind: readonly string[];
  readonly title: string;
  /** Whether the newest stands last; `undefined` where the entries do not tell. */
  readonly isNewestLast: boolean | undefined;
}

/** Cuts notes around their log; `undefined` where they have none, or one that is no list of entries. */
export function logParts(lines: readonly string[]): LogParts | undefined {
  const notes = readNotes(lines.map(line => `${line}\n`).join(''), 0);
  const section = logSection(notes);
  if (!section) return undefined;
  const { first, behind, heading } = section;
  const items = notes.items.filter(({ line, depth }) => depth === 0 && line > first && line < behind);
  const starts = items.length ? items.map(({ line }) => line) : datedLines(notes, section);
  const form = starts.length ? (items.length ? 'items' : 'paragraphs') : undefined;
  const cuts = [...starts, behind];
  const entries: MergeItem[] = [];
  let isWrapped = false;
  let [gap, tail]: [number | undefined, readonly string[]] = [undefined, []];
  for (const [at, start] of starts.entries()) {
    const isIn = partOf(notes, start, items[at]);
    let end = start;
    while (end < cuts[at + 1]! && isIn(end)) end++;
    while (lines[end - 1]!.trim() === '') end--;
    const between = lines.slice(end, cuts[at + 1]);
    const isLast = at === starts.length - 1;
    // Something else between entries, such as a paragraph, belongs to none of them.
    if (!isLast && between.some(line => line.trim())) return undefined;
    if (isLast) tail = between;
    else gap ??= between.length;
    const own = lines.slice(start, end);
    const day = dayAtStart(items.length ? own[0]!.replace(MARK, '') : own[0]!.trimStart());
    entries.push(entryOf(own, day?.date));
    // What follows its second line would be read as a third.
    if (!items.length && own.length > 1) isWrapped = true;
  }
  const dated = entries.flatMap(({ on }) => (on === undefined ? [] : [{ date: on }]));
  const tells = dated.some(({ date }, at) => at > 0 && date !== dated[at - 1]!.date);
  return {
    before: lines.slice(0, first),
    head: lines.slice(first, starts[0] ?? behind),
    entries,
    form,
    gap: Math.max(gap ?? 0, Number(isWrapped)),
    tail,
    behind: lines.slice(behind),
    title: heading.title,
    isNewestLast: tells ? runsUp(dated) : undefined,
  };
}

/** An entry is known by its words, in which a letter with its accent may be one sign or two. */
export function entryOf(lines: readonly string[], on: string | undefined): MergeItem {
  const words = lines.join('\n').normalize();
  return { id: words, value: words, lines, on };
}

const MARK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Which lines are of an entry: of an item, or of the paragraph that begins with it. */
function partOf({ lines }: Notes, start: number, item: NoteItem | undefined): (line: number) => boolean {
  const { leaf } = lines[start]!;
  return item ? line => lines[line]!.start < item.end : line => lines[line]!.leaf === leaf;
}
