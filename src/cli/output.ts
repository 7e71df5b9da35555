import { BYTE_ORDER_MARK } from '../core/byteOrderMark';
import { plainLine } from '../core/escape';
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
  const json = JSON.stringify(data, (_, value: unknown) => (value === undefined ? null : value), 2);
  terminal.out(`${json.replace(UNESCAPED, escape)}\n`);
}

/** What JSON leaves as it is, and what a terminal may still act on. */
const UNESCAPED = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]/gu;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function plainLines(text: string): string {
  return text
    .split(/(\r?\n)/)
    .map((part, index) => (index % 2 ? part : plainLine(part)))
    .join('');
}
