import { error, type Problem } from '../core/problem';
import { sayFile } from '../core/fileSays';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, its byte order mark included, or why it is none. Only what comes back byte for byte when it is
 * written again is taken as text.
 */
export function decode(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.length > MOST_MB * 1024 * 1024) return { problem: tooLarge() };
  if (isUtf16(bytes)) return { problem: notUtf8(true) };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: notUtf8(false) };
  }
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
