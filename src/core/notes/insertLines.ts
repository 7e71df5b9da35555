import type { TextEdit } from '../textEdit';
import type { NoteItem, Notes } from './notes';

/** Whole lines at the start of a line, or behind a last line that has no end, which then has none again. */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const above = text.slice(0, at).lastIndexOf('\n');
  const end = above < 0 ? text.indexOf('\n') : above;
  const newline = text[end - 1] === '\r' ? '\r\n' : '\n';
  const added = lines.join(newline);
  const isLineStart = at === 0 || text[at - 1] === '\n';
  return { start: at, end: at, text: isLineStart ? added + newline : newline + added };
}

/** How far in the next line stands that is not blank, in columns. */
export function indentBehind({ lines }: Notes, at: number): number {
  const next = lines.find(({ start, text }) => start >= at && text.trim());
  const blanks = /^[ \t]*/.exec(next?.text ?? '')![0];
  return Array.from(blanks).reduce((column, blank) => column + (blank === '\t' ? 4 - (column % 4) : 1), 0);
}

/** A bullet so wide that what stands in a few columns behind a new item is no part of that. */
export function wideBullet(notes: Notes, at: number, bullet: string): string {
  const mark = bullet.trimEnd();
  const blanks = indentBehind(notes, at) - mark.length + 1;
  return blanks > bullet.length - mark.length ? mark + ' '.repeat(Math.min(4, blanks)) : bullet;
}

/** The place behind an item of a list, for more items of its kind. */
export function insertItems(notes: Notes, { end }: NoteItem, items: readonly string[]): TextEdit {
  const next = notes.lines.findIndex(({ start }) => start === end);
  // A paragraph there would become part of the new item.
  const isParagraph =
    notes.lines[next]?.leaf?.kind === 'text' && !notes.items.some(({ line }) => line === next);
  return insertLines(notes.text, end, isParagraph ? [...items, ''] : items);
}
