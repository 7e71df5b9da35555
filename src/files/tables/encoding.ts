import { inWholeSigns, signAt } from './utf8';

/** The encodings in which spreadsheets and other systems write tables, by their names in the Encoding Standard. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1252';

/** By its byte order mark; or, without one, by the zeros beside its first characters. */
export function unicodeOf([a, b, c, d]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return undefined;
}

/** What no text has, in any of these encodings. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).some(byte => byte < 9 || (byte > 13 && byte < 27));
}

/** Signs that Western text has for the letters of Poland: they stand in no word. */
const POLISH = /\p{L}[¹³¿]|[¹³¿]\p{Ll}/u;
/** In Western text nobody has both of these. */
const CZECH = [/[šžŠŽ]/, /[ìøùèòïÌØÈ]/] as const;

/** Otherwise some versions of Node take it for Latin-1. */
const STREAM = { stream: true };

/** The code page of Windows in which a text was written that is no UTF-8: Western, unless only Central Europe writes so. */
export function codePageOf(sample: Uint8Array): 'windows-1250' | 'windows-1252' {
  const western = new TextDecoder('windows-1252').decode(sample, STREAM);
  const isCentral = POLISH.test(western) || CZECH.every(letters => letters.test(western));
  return isCentral ? 'windows-1250' : 'windows-1252';
}

/**
 * In a text of a code page hardly one sign in thirty happens to be one of UTF-8. In a text of UTF-8 few are broken; or it was put
 * together of several, and what is broken is told sooner than the rest is changed.
 */
const MOST_BROKEN = 3;

/**
 * The encoding of all bytes: UTF-8 also where some of them are broken, as long as there are signs that only UTF-8 has.
 *
 * @returns nothing where it is no text
 */
export async function encodingOf(chunks: AsyncIterable<Uint8Array>): Promise<TableEncoding | undefined> {
  let isFirst = true;
  let isMarked = false;
  let sample: Uint8Array | undefined;
  const found = { good: 0, broken: 0 };
  for await (const bytes of inWholeSigns(chunks)) {
    if (isFirst) {
      const unicode = unicodeOf(bytes);
      if (unicode && unicode !== 'utf-8') return unicode;
      if (isBinary(bytes)) return undefined;
      isMarked = unicode !== undefined;
      isFirst = false;
    }
    if (isMarked) return 'utf-8';
    count(bytes, found);
    if (found.broken) sample ??= bytes;
  }
  const { good, broken } = found;
  return sample && broken > good * MOST_BROKEN ? codePageOf(sample) : 'utf-8';
}

function count(bytes: Uint8Array, found: { good: number; broken: number }): void {
  for (let at = 0; at < bytes.length;) {
    const length = signAt(bytes, at);
    if (length > 1) found.good++;
    else if (!length) found.broken++;
    at += length || 1;
  }
}
