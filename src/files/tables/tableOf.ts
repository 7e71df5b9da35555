import { TableFailed, type RowFound, type ForeignTable, type SheetRead } from '../../actions/ports/tables';
import { withoutMark } from '../../core/byteOrderMark';
import { LOST } from '../../core/intake/lost';
import { say } from '../../core/intake/say';
import { csvRows } from './csvRows';
import { encodingOf, type TableEncoding } from './encoding';
import { jsonRows } from './jsonRows';
import { decodeMarked, inWholeSigns } from './utf8';

/** Opens the bytes of a file once more, from the first one on. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** Ten for each deal that an import takes: no file is so large that it’s read for hours, or fills the memory with what is said of its rows. */
const MOST_ROWS = 1_000_000;

/** JSON is read as a whole: larger is none of ours. */
const MOST_JSON_MB = 256;

/** The table in a file, by its name and its bytes: separators and encoding are found out. */
export function tableOf(fileName: string, bytes: Bytes): ForeignTable {
  const [, name = fileName, ending = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(fileName) ?? [];
  let encoding: Promise<TableEncoding | 'excel'> | undefined;
  let sheet: SheetRead | undefined;
  const tell = (read: SheetRead) => (sheet = read);
  return {
    name,
    rows: () =>
      upTo(
        MOST_ROWS,
        rowsIn(bytes, ending, () => (encoding ??= encodingFor(bytes)), tell),
      ),
    sheet: () => sheet,
  };
}

async function* rowsIn(
  bytes: Bytes,
  ending: string,
  encoding: () => Promise<TableEncoding | 'excel'>,
  tell: (sheet: SheetRead) => void,
): AsyncIterable<RowFound> {
  const known = await encoding();
  if (known === 'excel') {
    const { excelRows } = await import('./excelRows');
    yield* excelRows(bytes(), tell);
    return;
  }
  const pieces = decoded(bytes(), known);
  if (/^(?:json|jsonl|ndjson)$/i.test(ending)) yield* jsonRows(await whole(pieces));
  else yield* csvRows(pieces);
}

/** The first rows; where there are more, that is said in the place of the next one. */
async function* upTo(most: number, rows: AsyncIterable<RowFound>): AsyncIterable<RowFound> {
  let left = most;
  for await (const row of rows) {
    if (left-- > 0) yield row;
    else return yield { number: row.number, broken: say('rowsTooManyOfTable', { most }) };
  }
}

/** What zip files begin with, and so Excel files; and what old Excel files do, and those with a password. */
const [ZIP, OLD] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

async function encodingFor(bytes: Bytes): Promise<TableEncoding | 'excel'> {
  const start = await firstOf(bytes(), 4);
  const begins = (mark: readonly number[] | undefined) => mark?.every((byte, at) => start[at] === byte);
  if (begins(ZIP)) return 'excel';
  if (begins(OLD)) throw new TableFailed(say('tableOldExcel'));
  const found = await encodingOf(bytes());
  if (!found) throw new TableFailed(say('tableBinary'));
  return found;
}

async function firstOf(chunks: AsyncIterable<Uint8Array>, count: number): Promise<readonly number[]> {
  const first: number[] = [];
  for await (const chunk of chunks) {
    first.push(...chunk.subarray(0, count - first.length));
    if (first.length >= count) break;
  }
  return first;
}

/** What no text has: a program has put it into a cell by mistake, and what the cell said isn't known. */
// eslint-disable-next-line no-control-regex
const STRAY = /[\0-\x08\x0e-\x1a]/g;

/** Piece by piece; what is broken is marked as lost. */
async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: TableEncoding): AsyncIterable<string> {
  if (encoding === 'utf-8') {
    for await (const bytes of inWholeSigns(chunks)) yield decodeMarked(bytes).replace(STRAY, LOST);
    return;
  }
  const decoder = new TextDecoder(encoding);
  const isUnicode = encoding.startsWith('utf');
  const marked = (text: string) => (isUnicode ? text.replaceAll('\uFFFD', LOST) : text).replace(STRAY, LOST);
  for await (const chunk of chunks) yield marked(decoder.decode(chunk, { stream: true }));
  yield marked(decoder.decode());
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > MOST_JSON_MB * 2 ** 20)
      throw new TableFailed(say('tableJsonTooLarge', { most: MOST_JSON_MB }));
  }
  return withoutMark(text);
}
