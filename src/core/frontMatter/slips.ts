import type { TextEdit } from '../textEdit';
/*
 * Slips that a parser tells far from where they are, or calls by the name of what it missed: characters that look like a
 * blank or a colon, or like nothing, and quotes that are not closed.
 */

/** Blanks that YAML takes for letters. */
const BLANKS = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** What takes no room at all. The joiners are none of it: words of some languages have them. */
const NOTHING = '\\u00ad\\u200b\\u200e\\u200f\\u2060\\ufeff';
/** What people see a colon in, for a class of a regular expression. */
export const COLONS = '\\uff1a\\ufe55\\u2236\\ua789';

const GAP = `[ \\t${BLANKS}${NOTHING}]*`;
const LINE = new RegExp(
  `^(${GAP}(?:-[ \\t${BLANKS}${NOTHING}]+)*)(?:([\\p{L}_][\\p{L}\\p{M}\\p{N}_${NOTHING}-]*)(${GAP})([:${COLONS}])(${GAP})(?=(\\S)?))?`,
  'u',
);
const ANY = new RegExp(`[${BLANKS}${NOTHING}${COLONS}]`, 'u');
const EACH_BLANK = new RegExp(`[${BLANKS}]`, 'gu');
const EACH_NOTHING = new RegExp(`[${NOTHING}]`, 'gu');

/** A character of a line that YAML takes for another one than people see: its offset in the text. */
export interface OddCharacter {
  readonly at: number;
  readonly char: string;
}

/** The edit by which a line has the characters that people see before its value. */
export interface PlainStart extends TextEdit {
  readonly before: string;
  /** The key of the line, if it has one. */
  readonly key: string | undefined;
}

/** All lines whose indentation, dash, key or colon is not what it looks like. */
export function oddStarts(yaml: string): PlainStart[] {
  if (!ANY.test(yaml)) return [];
  return linesOf(yaml).flatMap(({ start, text }) => {
    const plain = ANY.test(text) ? plainStart(text) : undefined;
    if (!plain || plain.before === plain.after) return [];
    const { before, after, key } = plain;
    return [{ start, end: start + before.length, text: after, before, key }];
  });
}

/** The first character in the first of them that is not what it looks like. */
export function oddCharacter(yaml: string): OddCharacter | undefined {
  const [odd] = oddStarts(yaml);
  const found = odd && ANY.exec(odd.before);
  return found ? { at: odd!.start + found.index, char: found[0] } : undefined;
}

function plainStart(line: string) {
  const [before, indent = '', key, gap = '', colon, behind = '', value] = LINE.exec(line)!;
  if (key === undefined) return { before, after: plain(indent), key };
  // `a：b` has its blank in the wide colon.
  const space = plain(behind) || (colon !== ':' && value !== undefined ? ' ' : '');
  const name = key.replace(EACH_NOTHING, '');
  return { before, after: `${plain(indent)}${name}${plain(gap)}:${space}`, key: name };
}

function plain(text: string): string {
  return text.replace(EACH_BLANK, ' ').replace(EACH_NOTHING, '');
}

/** A text without the characters that nobody sees, and without blanks of any kind around it. */
export function visible(text: string): string {
  return text.replace(EACH_NOTHING, '').trim();
}

/**
 * The quote that begins a value and is never closed, or only by one that begins another value. None where all are closed:
 * text goes on over several lines.
 */
export function openQuote(yaml: string): { readonly at: number; readonly quote: string } | undefined {
  for (let from = 0; from < yaml.length;) {
    VALUE.lastIndex = from;
    const found = VALUE.exec(yaml);
    if (!found) return undefined;
    const quote = found[1]!;
    const at = found.index + found[0].length - 1;
    const end = closingOf(yaml, at, quote);
    const line = lineEnd(yaml, at);
    if (end === undefined) return { at, quote };
    if (end > line && !/^[ \t]*(?:#|[,\]}]|$)/.test(yaml.slice(end + 1, lineEnd(yaml, end))))
      return { at, quote };
    from = lineEnd(yaml, end) + 1;
  }
  return undefined;
}

/** Up to the quote that begins the value of a line. */
const VALUE = /^[ \t]*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?(["'])/gm;

function closingOf(yaml: string, opening: number, quote: string): number | undefined {
  for (let at = opening + 1; at < yaml.length; at++) {
    if (quote === '"' && yaml[at] === '\\') at++;
    else if (yaml[at] === quote && quote === "'" && yaml[at + 1] === "'") at++;
    else if (yaml[at] === quote) return at;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
}

function linesOf(text: string): { start: number; text: string }[] {
  let start = 0;
  return text.split('\n').map(line => {
    const one = { start, text: line };
    start += line.length + 1;
    return one;
  });
}
