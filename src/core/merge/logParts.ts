import { dayAtStart } from '../notes/logDay';
import { logSection, runsUp } from '../notes/log';
import { readNotes } from '../notes/readNotes';
import type { MergeItem } from './unite';

/** The notes of a deal with their log cut out. */
export interface LogParts {
  readonly before: readonly string[];
  /** The heading, and all down to the first entry. */
  readonly head: readonly string[];
  readonly entries: readonly MergeItem[];
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
  const starts = notes.items.flatMap(({ line, depth }) =>
    depth === 0 && line > first && line < behind ? [line] : [],
  );
  const cuts = [...starts, behind];
  const entries: MergeItem[] = [];
  let [gap, tail]: [number | undefined, readonly string[]] = [undefined, []];
  for (const [at, start] of starts.entries()) {
    const item = notes.items.find(one => one.line === start)!;
    let end = start;
    while (end < cuts[at + 1]! && notes.lines[end]!.start < item.end) end++;
    while (lines[end - 1]!.trim() === '') end--;
    const between = lines.slice(end, cuts[at + 1]);
    const isLast = at === starts.length - 1;
    // Something else between entries, such as a paragraph, belongs to none of them.
    if (!isLast && between.some(line => line.trim())) return undefined;
    if (isLast) tail = between;
    else gap ??= between.length;
    const own = lines.slice(start, end);
    const day = dayAtStart(own[0]!.replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/, ''));
    entries.push({ id: own.join('\n'), value: own, lines: own, on: day?.date });
  }
  const dated = entries.flatMap(({ on }) => (on === undefined ? [] : [{ date: on }]));
  const tells = dated.some(({ date }, at) => at > 0 && date !== dated[at - 1]!.date);
  return {
    before: lines.slice(0, first),
    head: lines.slice(first, starts[0] ?? behind),
    entries,
    gap: gap ?? 0,
    tail,
    behind: lines.slice(behind),
    title: heading.title,
    isNewestLast: tells ? runsUp(dated) : undefined,
  };
}
