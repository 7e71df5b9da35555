import type { Unread } from '../actions/ports/files';
import { error, type Problem } from '../core/problem';
import { sayFile } from '../core/fileSays';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, its byte order mark included, or why it is none. Only what comes back byte for byte when it is
 * written again is taken as text.
 */
export function decode(bytes: Uint8Array): { text: string } | Unread {
  if (bytes.length > MOST_MB * 1024 * 1024) return { problem: tooLarge() };
  if (isUtf16(bytes)) return { problem: notUtf8(true), beginning: beginningOf(bytes, 'utf-16le') };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: notUtf8(false), beginning: beginningOf(bytes, 'utf-8') };
  }
}

/** As far as front matter goes. */
const BEGINNING = 64 * 1024;

function beginningOf(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string {
  // Of UTF-16 in the other order every other byte comes first.
  const isTurned = encoding === 'utf-16le' && (bytes[0] === 0xfe || bytes[0] === 0);
  return new TextDecoder(isTurned ? 'utf-16be' : encoding).decode(bytes.subarray(0, BEGINNING));
}

/** Nothing that anybody writes, and no more than an engine can make one text of. */
const MOST_MB = 256;

export function tooLarge(): Problem {
  return error('unreadable', sayFile('tooLarge', { most: MOST_MB }));
}

/** By its byte order mark; or, without one, by the zeros beside its first two characters. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && c === 0 && Boolean(b) && Boolean(d)) || (b === 0 && d === 0 && Boolean(a) && Boolean(c));
}

function notUtf8(isUtf16: boolean): Problem {
  return error('not-utf8', sayFile('notUtf8', { isUtf16 }));
}
