import { utf8Of, type TextOf } from './inUtf8';

const [LF, CR] = [10, 13];

/** The same as a mail or an invitation is sent: an editor may have saved it in UTF-16, and old programs end lines with CR alone. */
export function plainBytes(bytes: Uint8Array, textOf: TextOf): Uint8Array {
  const plain = isUtf16(bytes) ? utf8Of(textOf(bytes)) : bytes;
  const isOfOldLines = plain.includes(CR) && !plain.includes(LF);
  return isOfOldLines ? plain.map(byte => (byte === CR ? LF : byte)) : plain;
}

/** By its byte order mark; or, without one, by the zeros beside its first letters. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && c === 0 && Boolean(b) && Boolean(d)) || (b === 0 && d === 0 && Boolean(a) && Boolean(c));
}
