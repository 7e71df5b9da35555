import { withoutMark } from '../../core/byteOrderMark';
import { decodeMarked, inWholeSigns, signAt } from './utf8';

/** The encodings in which spreadsheets and other systems write tables, by their names in the Encoding Standard. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1252';

/** By its byte order mark; or, without one, by the zeros beside its first characters. */
function unicodeOf([a, b, c, d]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return undefined;
}

/** A program that puts such a sign into a text by mistake does so here and there; other files are full of them. */
const [MOST_STRAY, MOST_SHARE] = [2, 1 / 50];

/** Whether there are many signs that no text has, in any of these encodings. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  let stray = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) stray++;
  return stray > Math.max(MOST_STRAY, sample.length * MOST_SHARE);
}

/** Signs that Western text has for the letters of Poland: they stand in no word. */
const POLISH = /\p{L}[¹³¿]|[¹³¿]\p{Ll}/u;
/** In Western text nobody has both of these. */
const CZECH = [/[šžŠŽ]/, /[ìøùèòïÌØÈ]/] as const;

/** A text in a code page. As a part of a stream, since some versions of Node take Windows-1252 for Latin-1 otherwise. */
function decodePage(bytes: Uint8Array, page: TableEncoding): string {
  return new TextDecoder(page).decode(bytes, { stream: true });
}

/** The code page of Windows in which a text was written that is no UTF-8: Western, unless only Central Europe writes so. */
function codePageOf(sample: Uint8Array): 'windows-1250' | 'windows-1252' {
  const western = decodePage(sample, 'windows-1252');
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
  const found = new SignsFound();
  for await (const bytes of inWholeSigns(chunks)) {
    if (isFirst) {
      const unicode = unicodeOf(bytes);
      if (unicode && unicode !== 'utf-8') return unicode;
      if (isBinary(bytes)) return undefined;
      if (unicode) return unicode;
      isFirst = false;
    }
    found.add(bytes);
  }
  return found.encoding;
}

/** The text of bytes in any of these encodings, with a sign of its own for each that is broken, and without its byte order mark. */
export function decodeAll(bytes: Uint8Array): string {
  const found = new SignsFound();
  const unicode = unicodeOf(bytes);
  if (!unicode) found.add(bytes);
  const encoding = unicode ?? found.encoding;
  if (encoding === 'utf-8') return withoutMark(decodeMarked(bytes));
  return unicode ? new TextDecoder(unicode).decode(bytes) : decodePage(bytes, encoding);
}

/** What the bytes of a text without a mark tell of its encoding. */
class SignsFound {
  private good = 0;
  private broken = 0;
  /** The first of those that are no UTF-8. */
  private sample: Uint8Array | undefined;

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      if (bytes[at]! < 0x80) {
        at++;
        continue;
      }
      const length = signAt(bytes, at);
      if (length) this.good++;
      else this.broken++;
      at += length || 1;
    }
    if (this.broken) this.sample ??= bytes;
  }

  get encoding(): 'utf-8' | 'windows-1250' | 'windows-1252' {
    return this.sample && this.broken > this.good * MOST_BROKEN ? codePageOf(this.sample) : 'utf-8';
  }
}
