import readExcelFile from 'read-excel-file/universal';
import { TableFailed, type RowFound, type SheetRead } from '../../actions/ports/tables';
import { areDealHeads } from '../../core/intake/dealHeads';
import { namesIds } from '../../core/intake/heads';
import { headIn } from '../../core/intake/rows';
import { say } from '../../core/intake/say';
import { filledIn, type TableHead, type TableRow } from '../../core/intake/table';
import { ExcelParts, type MergedCells } from './excelParts';
import { unpackedSize } from './zip';

/** More than any list of deals takes. */
const MOST_MB = 64;
/** What it may become when it is unpacked, which is done as a whole. */
const MOST_UNPACKED_MB = 512;
const MB = 2 ** 20;

/**
 * The rows of the first sheet of deals in an Excel file, else of the first that has heads: lists to choose from have some, too. Hidden sheets come last. Days are days, whatever the zone; a formula is the value that
 * the file has of it. Nothing in it is run: macros aren't even unpacked.
 *
 * @param tell gets which sheet that is, before its first row
 * @throws TableFailed where it is no such file, or more than anybody's
 */
export async function* excelRows(
  bytes: AsyncIterable<Uint8Array>,
  tell: (sheet: SheetRead) => void,
): AsyncIterable<RowFound> {
  const file = await whole(bytes);
  const size = unpackedSize(file);
  if (size === undefined) throw new TableFailed(say('tableNotExcel'));
  if (size > MOST_UNPACKED_MB * MB)
    throw new TableFailed(say('tableExcelTooLarge', { most: MOST_UNPACKED_MB }));
  const sheets = await sheetsIn(file);
  const inOrder = [...sheets.filter(one => !one.isHidden), ...sheets.filter(one => one.isHidden)];
  const chosen = [
    inOrder.find(({ isOfDeals, isTable }) => isOfDeals && isTable),
    inOrder.find(({ isOfDeals }) => isOfDeals),
    inOrder.find(({ head }) => head),
    inOrder.find(({ rows }) => rows.length),
  ].find(one => one);
  if (!chosen) return;
  const { name, isHidden } = chosen;
  const others = sheets.filter(one => one !== chosen && !one.isHidden && one.isTable && isLike(one, chosen));
  tell({ name, isHidden, others: others.map(one => one.name) });
  yield* chosen.rows;
}

/** A number as the file writes it, so that none is rounded on the way. */
interface Digits {
  readonly digits: string;
}

type ExcelCell = string | Digits | boolean | Date | null;

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly TableRow[];
  readonly head: TableHead | undefined;
  readonly isOfDeals: boolean;
  /** It has rows below its heads. */
  readonly isTable: boolean;
}

async function sheetsIn(file: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  const found = await cellsIn(file);
  const parts = new ExcelParts(file);
  return found.map(({ sheet: name, data }, at) => {
    const rows = data.map((row, index) => ({ number: index + 1, cells: row.map(cellText) }));
    const merged = parts.mergedIn(at);
    fillMerged(rows, data, merged, cell => !isNumber(cell));
    const head = headIn(rows);
    fillMerged(rows, data, merged, (cell, column) => isNumber(cell) && namesIds(head?.heads[column] ?? ''));
    const isOfDeals = head !== undefined && areDealHeads(head.heads);
    const isTable = head !== undefined && rows.slice(head.number).some(row => filledIn(row).length);
    return { name, isHidden: parts.isHidden(at), rows, head, isOfDeals, isTable };
  });
}

async function cellsIn(
  file: Uint8Array<ArrayBuffer>,
): Promise<readonly { readonly sheet: string; readonly data: readonly (readonly ExcelCell[])[] }[]> {
  try {
    return (await readExcelFile<Digits>(file.buffer, {
      parseNumber: written => ({ digits: numberText(written) }),
    })) as never;
  } catch {
    throw new TableFailed(say('tableNotExcel'));
  }
}

/** Of merged cells each row has what the first one says; a sum over several rows is one sum, and stays in the first, unlike a number that is an id. */
function fillMerged(
  rows: readonly { readonly cells: string[] }[],
  data: readonly (readonly ExcelCell[])[],
  merged: readonly MergedCells[],
  isOfEachRow: (cell: ExcelCell, column: number) => boolean,
): void {
  for (const { column, top, bottom } of merged) {
    const cell = data[top]?.[column] ?? null;
    if (cell === null || !isOfEachRow(cell, column)) continue;
    for (const { cells } of rows.slice(top + 1, bottom + 1))
      if (cells.some(text => text.trim())) cells[column] = cellText(cell);
  }
}

/** Whether a sheet has more of what is in another one. */
function isLike(one: Sheet, other: Sheet): boolean {
  if (other.isOfDeals) return one.isOfDeals;
  return JSON.stringify(one.head?.heads) === JSON.stringify(other.head?.heads);
}

function isNumber(cell: ExcelCell): cell is Digits {
  return typeof cell === 'object' && cell !== null && 'digits' in cell;
}

function cellText(cell: ExcelCell): string {
  if (cell === null || cell === undefined) return '';
  if (isNumber(cell)) return cell.digits;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Excel counts with 15 digits, and writes two more that mean nothing: `0.30000000000000004`. Whole numbers that other programs write have theirs: an id of 18. */
function numberText(written: string): string {
  const digits = written.replace(/[-+.]|e.*$/gi, '').replace(/^0+/, '').length;
  const number = Number(written);
  const isPlain = /^-?\d+$/.test(written) || (digits <= 15 && !/e/i.test(written));
  const text = isPlain || !Number.isFinite(number) ? written : String(Number(number.toPrecision(15)));
  // What stands in a text as 48.125 is 48,125 to many.
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MOST_MB * MB) throw new TableFailed(say('tableExcelTooLarge', { most: MOST_MB }));
    chunks.push(chunk.slice());
  }
  const file = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}
