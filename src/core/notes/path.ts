import type { Link } from './links';
import { isEscape, targetAt } from './target';

/** The path that the target of a link means, and the place in that file (`#log`) as it is written. */
export interface LinkPath {
  /** Without escapes of Markdown and of addresses: `other file.md`. */
  readonly path: string;
  readonly place: string;
  /** Whether characters of the path are written as `%20`. */
  readonly isEncoded: boolean;
}

/** Addresses, places in the same file, and paths from the top. */
const IS_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[#/?]|$)/i;

/** The relative path that a link is written with; `undefined` where it leads elsewhere, or makes no sense. */
export function pathOf({ written }: Pick<Link, 'written'>): LinkPath | undefined {
  let path = '';
  let at = 0;
  while (at < written.length) {
    const [char, length] = charAt(written, at);
    if (path && (char === '#' || char === '?')) break;
    path += char;
    at += length;
  }
  if (IS_ELSEWHERE.test(path)) return undefined;
  const decoded = decode(path);
  return decoded === undefined
    ? undefined
    : { path: decoded, place: written.slice(at), isEncoded: decoded !== path };
}

/** What a link leads to, without the escapes of Markdown. */
export function readTarget(written: string): string {
  let target = '';
  for (let at = 0; at < written.length;) {
    const [char, length] = charAt(written, at);
    target += char;
    at += length;
  }
  return target;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/iy;

/** A character as Markdown reads it, and how many it is written with. */
function charAt(written: string, at: number): readonly [string, number] {
  if (isEscape(written, at)) return [written[at + 1]!, 2];
  ENTITY.lastIndex = at;
  const [whole, decimal, hex, name] = ENTITY.exec(written) ?? [];
  if (!whole) return [written[at]!, 1];
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  const char =
    code === undefined ? NAMED.get(name!) : isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
  return char === undefined ? [written[at]!, 1] : [char, whole.length];
}

/** What is none is shown by a sign for that. */
function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
}

function decode(path: string): string | undefined {
  try {
    // What cannot be written as an address is none.
    return encodeURI(path) && decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** What means something else than itself in the target of a link, in a table, or in an address. */
const BARE = /[%#?:\\<>()&`|\s\p{Cc}]/gu;
const BRACKETED = /[%#?:\\<>&`|\p{Zl}\p{Zp}\p{Cc}]/gu;
const ENCODED = /[^\w./~-]/gu;

/** A path as a link is written with it, in the manner of that link, and the place in its file. */
export function writeTarget(path: string, { isBracketed }: Link, { isEncoded, place }: LinkPath): string {
  const written = path.replace(isEncoded ? ENCODED : isBracketed ? BRACKETED : BARE, encoded);
  const whole = written + place;
  if (isBracketed || targetAt(whole, 0)?.behind === whole.length) return whole;
  // The place has a parenthesis whose other one was in the path, and is written otherwise now.
  return written + place.replace(/\\?[()]/g, char => (char.length > 1 ? char : encoded(char)));
}

function encoded(char: string): string {
  return encodeURIComponent(char).replace(
    /[!'()*]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
