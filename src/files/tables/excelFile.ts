import writeExcelFile, { type Cell as ExcelCell } from 'write-excel-file/universal';
import type { Cell } from '../../core/text/csv';
import { guarded } from '../../core/intake/cells';
import { plainLine } from '../../core/escape';

/** What a cell of Excel takes: of a longer text only the start is written. */
export const MOST_CHARACTERS = 32_767;
/** Excel counts its days from there; what was before is a text. */
const FIRST_DAY = '1900-03-01';
/** Excel keeps no more digits of a number. */
const MOST_DIGITS = 15;
/** For headings and texts: wide enough to be read, and not so wide that one column fills the screen. */
const [NARROWEST, WIDEST] = [10, 48];

/**
 * Rows as an Excel file of one sheet, the first row as its headings. Numbers are numbers, where Excel keeps all of their digits, and texts are texts whatever they begin with:
 * nothing in it is a formula.
 *
 * @param name of the sheet
 * @param isDays whether the column with a heading has days, as `2026-11-30`
 */
export async function excelFile(
  name: string,
  rows: readonly (readonly Cell[])[],
  isDays: (heading: string) => boolean,
): Promise<Uint8Array> {
  const [headings = [], ...below] = rows;
  const days = headings.map(heading => isDays(String(heading)));
  const data = [
    headings.map(heading => ({ ...textCell(String(heading)), fontWeight: 'bold' as const })),
    ...below.map(row => row.map((cell, at) => excelCell(cell, days[at]!))),
  ];
  const blob = await writeExcelFile(data, {
    sheet: name,
    columns: headings.map((_, at) => ({ width: widthOf(rows.map(row => row[at])) })),
    stickyRowsCount: 1,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** How many texts are longer than a cell takes. */
export function countCut(rows: readonly (readonly Cell[])[]): number {
  const isCut = (cell: Cell) => typeof cell === 'string' && shown(cell).length > MOST_CHARACTERS;
  return rows.reduce((sum, row) => sum + row.filter(isCut).length, 0);
}

function excelCell(cell: Cell, isDay: boolean): ExcelCell {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return isExact(cell) ? { value: cell, type: Number } : textCell(String(cell));
  // The file has days without a zone, which the package takes from the day in UTC.
  if (isDay && cell >= FIRST_DAY)
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return textCell(cell);
}

/** Whether Excel keeps all digits of a number: one of more than that is a text, which keeps them. */
function isExact(number: number): boolean {
  return Number(number.toPrecision(MOST_DIGITS)) === number;
}

function textCell(text: string) {
  return { value: inTable(escaped(shown(text).slice(0, MOST_CHARACTERS))), type: String };
}

/** A text as the cell shows it. An import takes off the apostrophe that a sheet has which was a CSV file once. */
function shown(text: string): string {
  return guarded(plainLine(text));
}

/** What a text of a sheet has as `_x0041_` is read as that sign, so the text itself is written otherwise; so are the signs that the package leaves out. Source: ECMA-376 part 1, 22.9.2.19. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\p{Noncharacter_Code_Point}\uFFFD]/gu, sign =>
      sign
        .split('')
        .map(unit => `_x${hex(unit.charCodeAt(0))}_`)
        .join(''),
    );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** The package looks texts up in a plain object, which has a `constructor` before anything is in it. A sign in front that no XML can have makes the text another one there, and isn't written. */
function inTable(text: string): string {
  return text in {} ? `\0${text}` : text;
}

function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), NARROWEST);
  return Math.min(longest, WIDEST) + 1;
}
