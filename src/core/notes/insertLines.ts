import type { TextEdit } from '../textEdit';
import type { Found, Line } from './log';

/** What ends a paragraph without a blank line: headings, quotes, tables, rules, HTML, fences, items of a list. */
const NO_PARAGRAPH = /^ {0,3}(?:[#>|<]|[-*_]{3,}[ \t]*$|`{3}|~{3}|[-*+][ \t]|\d+[.)][ \t])/;

/** The place behind an item of a list: its further lines and nested lists stand in, or follow without a blank line. */
export function endOfItem(
  section: readonly Line[],
  { index, indent }: Pick<Found, 'index' | 'indent'>,
): number {
  let last = section[index]!;
  for (const line of section.slice(index + 1)) {
    const { text, block } = line;
    if (block && !block.isClosed) break;
    if (!text.trim()) continue;
    const standsIn = text.startsWith(`${indent}  `) || text.startsWith('\t');
    const isNext = line.start === last.end;
    const goesOn = isNext && (block ? block === last.block : !NO_PARAGRAPH.test(text) && !last.block);
    if (!standsIn && !goesOn && !(block && block === last.block)) break;
    last = line;
  }
  return last.end;
}

/** Whole lines at the start of a line, or behind a last line that has no end, which then has none again. */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const before = text.lastIndexOf('\n', at - 1);
  const newline = before > 0 && text[before - 1] === '\r' ? '\r\n' : '\n';
  const added = lines.join(newline);
  const isLineStart = at === 0 || text[at - 1] === '\n';
  return { start: at, end: at, text: isLineStart ? added + newline : newline + added };
}
