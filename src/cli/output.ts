import { plainLine } from '../core/escape';

/** The one door to standard output, and to standard error. What deal files say cannot steer the terminal here. */
export function print(lines: readonly string[]): void {
  if (lines.length) process.stdout.write(`${lines.map(plainLine).join('\n')}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${plainLine(line)}\n`);
}

/** Text that has line ends of its own, of either kind. */
export function printText(text: string): void {
  process.stdout.write(plainLines(text));
}

export function complainText(text: string): void {
  process.stderr.write(plainLines(text));
}

/** Absent values come out as `null`, so that every item has the same keys. */
export function printJson(data: unknown): void {
  const json = JSON.stringify(data, (_, value: unknown) => (value === undefined ? null : value), 2);
  process.stdout.write(`${json.replace(UNESCAPED, escape)}\n`);
}

/** Whoever reads the output may stop before its end, as `head` does: no error, and no reason to stop working. */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') return;
      process.exitCode = 1;
      if (stream === process.stdout) complain(`deal-notes: The output cannot be written (${cause.code}).`);
    });
  }
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
