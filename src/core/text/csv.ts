import { unparse } from 'papaparse';
import { plainLine, withoutFormulas } from '../escape';

export type Cell = string | number | null | undefined;

/** A table as CSV in the form of RFC 4180, safe to open in a spreadsheet. The first row has the headings. */
export function asCsv(rows: readonly (readonly Cell[])[]): string {
  return `${unparse(
    rows.map(row => row.map(plainCell)),
    { newline: '\r\n' },
  )}\r\n`;
}

/** Texts are shown as such, and on one line; numbers stay numbers. */
function plainCell(cell: Cell): Cell {
  return typeof cell === 'string' ? withoutFormulas(plainLine(cell).replaceAll('\t', ' ')) : cell;
}
