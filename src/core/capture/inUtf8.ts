/** The text of bytes in an encoding that nothing names. */
export type TextOf = (bytes: Uint8Array) => string;

/** No more of a mail's heads is looked at, in bytes: names and subjects stand further up. */
const MOST = 64 * 1024;

const UTF8 =
  /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*(?:[\xc2-\xf4][\x80-\xbf]{0,2})?$/;

/**
 * A mail of which all that names no encoding is UTF-8. Old programs write names and subjects, and some the text too, in the
 * encoding of their country without saying so, which no reader of mails takes for anything.
 */
export function inUtf8(bytes: Uint8Array, textOf: TextOf): Uint8Array {
  const start = String.fromCharCode(...bytes.subarray(0, MOST));
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const heads = headsInUtf8(start.slice(0, end), textOf);
  const below = bytes.subarray(end);
  // Where a part names its encoding, that is what it is in.
  const body = bytes.some(byte => byte > 0x7f) && !namesCharset(bytes) ? utf8Of(textOf(below)) : below;
  const all = new Uint8Array(heads.length + body.length);
  all.set(heads);
  all.set(body, heads.length);
  return all;
}

/** @param heads each byte as one character */
function headsInUtf8(heads: string, textOf: TextOf): Uint8Array {
  const lines = heads.split('\n');
  const others = lines.filter(line => !UTF8.test(line));
  const read = textOf(bytesOf(others.join('\n'))).split('\n');
  const parts = lines.map((line, at) => {
    const end = at < lines.length - 1 ? '\n' : '';
    return UTF8.test(line) ? bytesOf(line + end) : utf8Of((read.shift() ?? '') + end);
  });
  return joined(parts);
}

/** `charset=` in the heads of the mail or of a part. */
function namesCharset(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += MOST)
    if (/charset/i.test(String.fromCharCode(...bytes.subarray(Math.max(0, at - 8), at + MOST)))) return true;
  return false;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, char => char.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What the first byte of a sign has beside its bits, by how many bytes follow. */
const LEADS = [0, 0xc0, 0xe0, 0xf0];

/** A text as bytes of UTF-8. */
export function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[length++] = LEADS[more]! | (code >> (6 * more));
    for (let left = more - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  }
  return bytes.subarray(0, length);
}
