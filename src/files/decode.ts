import { error, type Problem } from '../core/problem';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, its byte order mark included, or why it is none. Only what comes back byte for byte when it is
 * written again is taken as text.
 */
export function decode(bytes: Uint8Array): { text: string } | { problem: Problem } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: notUtf8('This file is in UTF-16') };
  }
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: notUtf8('This file is not in UTF-8') };
  }
}

function notUtf8(what: string): Problem {
  return error('not-utf8', `${what}. Open it with its encoding and save it with the encoding UTF-8.`);
}
