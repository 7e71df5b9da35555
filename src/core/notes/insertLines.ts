import type { TextEdit } from '../textEdit';
import type { NoteItem, Notes } from './notes';

/** Whole lines at the start of a line, or behind a last line that has no end, which then has none again. */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const before = text.lastIndexOf('\n', at - 1);
  const newline = before > 0 && text[before - 1] === '\r' ? '\r\n' : '\n';
  const added = lines.join(newline);
  const isLineStart = at === 0 || text[at - 1] === '\n';
  return { start: at, end: at, text: isLineStart ? added + newline : newline + added };
}

/** The place behind an item of a list, for more items of its kind. */
export function insertItems(notes: Notes, { end }: NoteItem, items: readonly string[]): TextEdit {
  const next = notes.lines.findIndex(({ start }) => start === end);
  // A paragraph there would become part of the new item.
  const isParagraph =
    notes.lines[next]?.leaf?.kind === 'text' && !notes.items.some(({ line }) => line === next);
  return insertLines(notes.text, end, isParagraph ? [...items, ''] : items);
}
