import { codePageOf, unicodeOf } from '../tables/encoding';

/** The text of bytes in any of the common encodings, without its byte order mark: for what is only read, and never written back. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(unicodeOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : codePageOf(bytes))).decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
