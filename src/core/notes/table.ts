import type { NoteLine } from './notes';
import { MarkdownWords } from './words';

/**
 * What of a paragraph Markdown reads in one go: all of it, unless it has a table, whose cells are read one by one, as
 * https://github.github.com/gfm/#tables-extension- has it.
 */
export function cellsIn(lines: readonly NoteLine[]): MarkdownWords[] {
  const under = lines.findIndex((line, at) => at > 0 && isHeadOver(lines[at - 1]!, line));
  if (under < 0) return lines.length ? [MarkdownWords.of(lines)] : [];
  const rows = [lines[under - 1]!, ...lines.slice(under + 1)].flatMap(cellsOf);
  return under > 1 ? [MarkdownWords.of(lines.slice(0, under - 1)), ...rows] : rows;
}

const UNDER_HEAD = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

function isHeadOver(head: NoteLine, under: NoteLine): boolean {
  if (head.isLazy || under.isLazy || !head.text.includes('|')) return false;
  const words = MarkdownWords.of([under]).text;
  return UNDER_HEAD.test(words) && cellsOf(head).length === cellsOf(under).length;
}

/** The cells of a row, between `|` without a backslash before them. */
function cellsOf(line: NoteLine): MarkdownWords[] {
  const words = MarkdownWords.of([line]);
  const marks = Array.from(words.text.matchAll(/\\.|\|/g)).filter(([mark]) => mark === '|');
  const cells: MarkdownWords[] = [];
  let start = 0;
  for (const { index } of marks) {
    if (index > 0) cells.push(words.slice(start, index));
    start = index + 1;
  }
  const last = words.slice(start);
  return last.text.trim() ? [...cells, last] : cells;
}
