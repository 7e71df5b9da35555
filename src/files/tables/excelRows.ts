import readExcelFile from 'read-excel-file/universal';
import { TableFailed, type RowFound } from '../../actions/ports/tables';
import { areDealHeads } from '../../core/intake/dealHeads';
import { headIn, MOST_ABOVE } from '../../core/intake/rows';
import { say } from '../../core/intake/say';
import { unpackedSize } from './unpackedSize';

/** More than any list of deals takes. */
const MOST_MB = 64;
/** What it may become when it is unpacked, which is done as a whole. */
const MOST_UNPACKED_MB = 512;
const MB = 2 ** 20;

/**
 * The rows of the first sheet of deals in an Excel file, else of the first that has heads: lists to choose from have some, too. Days are days, whatever the zone; a formula is the value that
 * the file has of it. Nothing in it is run: macros aren't even unpacked.
 *
 * @throws TableFailed where it is no such file, or more than anybody's
 */
export async function* excelRows(bytes: AsyncIterable<Uint8Array>): AsyncIterable<RowFound> {
  const file = await whole(bytes);
  const size = unpackedSize(file);
  if (size === undefined) throw new TableFailed(say('tableNotExcel'));
  if (size > MOST_UNPACKED_MB * MB)
    throw new TableFailed(say('tableExcelTooLarge', { most: MOST_UNPACKED_MB }));
  const sheets = await sheetsIn(file);
  const tables = sheets.map(rows => rows.map((row, at) => ({ number: at + 1, cells: row.map(cellText) })));
  const heads = tables.map(rows => headIn(rows.slice(0, MOST_ABOVE))?.heads);
  const at = [
    heads.findIndex(some => some && areDealHeads(some)),
    heads.findIndex(some => some),
    tables.findIndex(rows => rows.length),
  ].find(found => found >= 0);
  yield* at === undefined ? [] : tables[at]!;
}

type ExcelCell = string | number | boolean | Date | null;

async function sheetsIn(
  file: Uint8Array<ArrayBuffer>,
): Promise<readonly (readonly (readonly ExcelCell[])[])[]> {
  try {
    // Numbers as the file writes them, so that none is rounded on the way.
    const sheets = await readExcelFile(file.buffer, { parseNumber: number => numberText(number) });
    return sheets.map(({ data }) => data as unknown as readonly (readonly ExcelCell[])[]);
  } catch {
    throw new TableFailed(say('tableNotExcel'));
  }
}

function cellText(cell: ExcelCell): string {
  if (cell === null || cell === undefined) return '';
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
