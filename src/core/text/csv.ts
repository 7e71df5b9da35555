import { unparse } from 'papaparse';
import { plainLine, withoutFormulas } from '../escape';

export type Cell = string | number | null | undefined;

/** What stands between cells. Where that is a semicolon, Excel expects a comma before decimals, and takes 1.5 for a day in May. */
export type Separator = ',' | ';';

/** A table as CSV in the form of RFC 4180, safe to open in a spreadsheet. The first row has the headings. */
export function asCsv(rows: readonly (readonly Cell[])[], separator: Separator = ','): string {
  const written = (cell: Cell) =>
    typeof cell === 'number' && separator === ';' ? String(cell).replace('.', ',') : plainCell(cell);
  return `${unparse(
    rows.map(row => row.map(written)),
    { newline: '\r\n', delimiter: separator },
  )}\r\n`;
}

/** Texts are shown as such, and on one line; numbers stay numbers. */
function plainCell(cell: Cell): Cell {
  return typeof cell === 'string' ? withoutFormulas(plainLine(cell).replaceAll('\t', ' ')) : cell;
}
