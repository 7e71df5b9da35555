import type { Quote } from './part';

/** A text in a front matter: where it stands, and what it means. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quote: Quote;
}

/** Behind the blanks from `at` on, on the same line. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && (text[next] === ' ' || text[next] === '\t')) next++;
  return next;
}

/** The end of the line that `at` is on, before its line end and not behind `end`. */
export function lineEnd(text: string, at: number, end: number): number {
  const newline = text.indexOf('\n', at);
  const last = newline < 0 || newline >= end ? end : newline;
  return last > at && text[last - 1] === '\r' ? last - 1 : last;
}

/** The start of the line behind the one that `at` is on. */
export function nextLine(text: string, at: number, end: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 || newline >= end ? end : newline + 1;
}

/** Where a comment begins in a part of a line, behind a blank; or the end of it. */
export function commentFrom(text: string, from: number, end: number): number {
  // A copy, since a search in the whole text would go on behind the line.
  const comment = /[ \t]#/.exec(text.slice(from, end));
  return comment ? from + comment.index + 1 : end;
}

/** The end of a part of a line without the blanks that it ends with. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
  return last;
}

/**
 * A text in quotes that begins at `start`. Where the closing one is missing, as it is while somebody is typing, it is
 * the rest of its line.
 *
 * @param goesOn whether the line that begins there can belong to it
 */
export function quoted(text: string, start: number, end: number, goesOn: (line: number) => boolean): Token {
  const quote = text[start] as '"' | "'";
  for (let at = start + 1; at < end; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote && quote === "'" && text[at + 1] === "'") at++;
    else if (char === quote) return tokenOf(text, start, at + 1, quote, at);
    else if (char === '\n' && !goesOn(at + 1)) break;
  }
  const last = lineEnd(text, start, end);
  return tokenOf(text, start, last, quote, last);
}

function tokenOf(text: string, start: number, end: number, quote: '"' | "'", close: number): Token {
  const inner = text.slice(start + 1, close);
  return { start, end, text: quote === "'" ? inner.replaceAll("''", "'") : unescaped(inner), quote };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

function unescaped(inner: string): string {
  return inner.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/g,
    (_, long: string | undefined, short: string | undefined, char: string | undefined) =>
      char === undefined
        ? String.fromCharCode(Number.parseInt((long ?? short)!, 16))
        : (ESCAPES[char] ?? char),
  );
}
