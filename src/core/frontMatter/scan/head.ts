import { CLOSING, OPENING } from '../cut';

/** A front matter, as far as it is written: offsets into the whole text. */
export interface Head {
  /** Behind the line end of the opening fence. */
  readonly start: number;
  /** The first character of the closing fence, or the end of the text. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** The front matter of a text that may be being typed: the closing fence may be missing. */
export function headOf(text: string): Head | undefined {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  for (let at = start; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const isFence = /[-.]/.test(text[at]!) && CLOSING.test(text.slice(at, end).replace(/\r$/, ''));
    if (isFence) return { start, end: at, isClosed: true };
    at = end + 1;
  }
  return { start, end: text.length, isClosed: false };
}
