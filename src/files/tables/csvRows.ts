import { Parser, parse as parseText } from 'papaparse';
import type { RowFound } from '../../actions/ports/tables';
import { withoutMark } from '../../core/byteOrderMark';
import { knownHeadsIn, MOST_ABOVE } from '../../core/intake/rows';
import { say } from '../../core/intake/say';

/** What may stand between cells; a team's spreadsheet decides. */
const SEPARATORS = [',', ';', '\t', '|'];
/** In the first line, for Excel: `sep=;`. */
const SAID = /^\uFEFF?sep=(.)\n/i;
/** Text that has no end of a row in so many characters has a quote that is never closed. */
const LONGEST_ROW = 1_000_000;

/** The rows of a text that comes in pieces. */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncIterable<RowFound> {
  let left = '';
  let number = 0;
  let separator: string | undefined;
  const take = (isEnd: boolean): RowFound[] => {
    if (separator === undefined) {
      const said = SAID.exec(left);
      separator = said?.[1] ?? separatorIn(left);
      // A row of its own to whoever counts them.
      if (said) [left, number] = [left.slice(said[0].length), 1];
    }
    const read = parsedRows(left, separator, isEnd);
    left = left.slice(read.end);
    return read.rows.map(row =>
      Array.isArray(row)
        ? { number: ++number, cells: row }
        : { number: ++number, broken: say('rowBrokenQuote') },
    );
  };
  let isFirst = true;
  for await (const piece of withLineFeeds(pieces)) {
    left += isFirst ? withoutMark(piece) : piece;
    isFirst = false;
    // So much tells what stands between cells.
    if (separator === undefined && left.length < LONGEST_ROW / 8) continue;
    yield* take(false);
  }
  if (left) yield* take(true);
}

/** The one by which most heads are known: of several the one that parts the first rows alike. */
function separatorIn(text: string): string {
  const sample = text.slice(0, LONGEST_ROW / 8);
  const { delimiter } = parseText(sample, {
    delimitersToGuess: SEPARATORS,
    preview: MOST_ABOVE,
    skipEmptyLines: true,
  }).meta;
  const known = (separator: string) =>
    knownHeadsIn(
      parse(sample, separator, false, MOST_ABOVE).data.map((cells, at) => ({ number: at + 1, cells })),
    );
  const [first = ',', ...others] = [...new Set([delimiter || ',', ...SEPARATORS])];
  let best = { separator: first, known: known(first) };
  for (const separator of others) {
    const heads = known(separator);
    if (heads > best.known) best = { separator, known: heads };
  }
  return best.separator;
}

/** All lines end alike. */
async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}

type ParsedRow = string[] | 'broken';

/** The whole rows at the start of a text, and where they end. */
function parsedRows(
  text: string,
  separator: string,
  isEnd: boolean,
): { readonly rows: ParsedRow[]; readonly end: number } {
  const { data, errors, meta } = parse(text, separator, !isEnd);
  const isStuck = !isEnd && data.length === 0 && text.length > LONGEST_ROW;
  if (!errors.length && !isStuck) return { rows: data, end: isEnd ? text.length : meta.cursor };
  return oneByOne(text, separator, isEnd);
}

/** A row with a quote that is not closed as it should be is lost with its line alone. */
function oneByOne(text: string, separator: string, isEnd: boolean): { rows: ParsedRow[]; end: number } {
  const rows: ParsedRow[] = [];
  let end = 0;
  while (end < text.length) {
    const window = text.slice(end, end + LONGEST_ROW);
    const isLast = isEnd && end + window.length === text.length;
    const { data, errors, meta } = parse(window, separator, !isLast, 1);
    const line = window.indexOf('\n');
    // Quotes within quotes that nobody doubled do no harm in a row that ends with its line.
    const isWhole = !errors.length || (meta.cursor === line + 1 && !errors.some(isUnclosed));
    if (data.length && isWhole) {
      rows.push(data[0]!);
      end += meta.cursor;
      continue;
    }
    const mayGoOn = !isEnd && !errors.length && window.length < LONGEST_ROW;
    if (mayGoOn || (!isEnd && errors.some(isUnclosed) && window.length < LONGEST_ROW)) break;
    rows.push('broken');
    end += line < 0 ? window.length : line + 1;
  }
  return { rows, end };
}

function isUnclosed({ code }: { readonly code: string }): boolean {
  return code === 'MissingQuotes';
}

interface LowLevel {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

function parse(text: string, delimiter: string, ignoreLastRow: boolean, preview = 0): LowLevel {
  const parser = new Parser({ delimiter, newline: '\n', preview, fastMode: preview ? false : undefined });
  // The types of the package leave out what its parser is told beside the text.
  return (parser as unknown as { parse(text: string, base: number, ignoreLastRow: boolean): LowLevel }).parse(
    text,
    0,
    ignoreLastRow,
  );
}
