import { BYTE_ORDER_MARK } from '../core/byteOrderMark';
import { plainLine } from '../core/escape';
import { jsonText, jsonTextOfWhole } from '../core/exchange/json/jsonText';
import type { Terminal } from './terminal';

type Out = Pick<Terminal, 'out'>;
type Err = Pick<Terminal, 'err'>;

/** The one door to a terminal's output. What deal files say cannot steer it here. */
export function print(terminal: Out, lines: readonly string[]): void {
  if (lines.length) terminal.out(`${lines.map(plainLine).join('\n')}\n`);
}

export function complain(terminal: Err, line: string): void {
  terminal.err(`${plainLine(line)}\n`);
}

/** Text that has line ends of its own, of either kind. */
export function printText(terminal: Out, text: string): void {
  terminal.out(plainLines(text));
}

/**
 * A table as CSV.
 *
 * @param hasMark whether it begins with a byte order mark, for a spreadsheet that would not take it for UTF-8
 */
export function printCsvText(terminal: Out, text: string, hasMark = false): void {
  // The mark is one of the characters that nobody sees, which texts are printed without.
  if (hasMark) terminal.out(BYTE_ORDER_MARK);
  printText(terminal, text);
}

export function complainText(terminal: Err, text: string): void {
  terminal.err(plainLines(text));
}

/** Absent values come out as `null`, so that every item has the same keys. */
export function printJson(terminal: Out, data: unknown): void {
  terminal.out(`${jsonText(data, 2)}\n`);
}

/** The same of data in which nothing is absent. */
export function printWholeJson(terminal: Out, data: unknown): void {
  terminal.out(`${jsonTextOfWhole(data, 2)}\n`);
}

function plainLines(text: string): string {
  return text
    .split(/(\r?\n)/)
    .map((part, index) => (index % 2 ? part : plainLine(part)))
    .join('');
}
