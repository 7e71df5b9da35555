import { ownText } from '../ownText';
import { readPlain } from './plainScalar';

/** A text that stands alone behind a key, and what it says there. */
export interface SharedWord {
  readonly text: string;
  /** Itself, or the number, the truth or the nothing that YAML takes it for. */
  readonly value: unknown;
  /** Whether it can be a key: letters, digits, `_` and `-`, and nothing but a text. */
  readonly isKey: boolean;
}

const KEY = /^[A-Za-z][\w-]{0,60}$/;

/** A power of two. */
const PLACES = 4096;
/** Longer ones hardly come twice, and each would be looked at in vain. */
const LONGEST = 80;

/**
 * The words of many front matters. Thousands of deals have the same keys, stages, days and owners: each of them is looked at,
 * and takes memory, once. Each word has one place, from which it drives out the one before it, so that there are never more.
 */
export class SharedWords {
  private readonly words = new Array<SharedWord | undefined>(PLACES);

  /**
   * The word between two places of a text.
   *
   * @param isWord whether that is one; asked only of what isn't known
   */
  at(
    text: string,
    start: number,
    end: number,
    isWord: (text: string, start: number, end: number) => boolean,
  ): SharedWord | undefined {
    const length = end - start;
    if (length > LONGEST) return isWord(text, start, end) ? wordOf(text.slice(start, end)) : undefined;
    const place = placeOf(text, start, length);
    const known = this.words[place];
    if (known && known.text.length === length && text.startsWith(known.text, start)) return known;
    return isWord(text, start, end) ? (this.words[place] = wordOf(text.slice(start, end))) : undefined;
  }
}

function wordOf(part: string): SharedWord {
  const text = ownText(part);
  const read = readPlain(text);
  return { text, value: read ? read.value : text, isKey: !read && KEY.test(text) };
}

/** By its length and some of its signs: those in which days and numbers differ are among them. */
function placeOf(text: string, start: number, length: number): number {
  const last = start + length - 1;
  let hash = length;
  hash = Math.imul(hash, 31) + text.charCodeAt(start);
  hash = Math.imul(hash, 31) + text.charCodeAt(start + (length >> 1));
  hash = Math.imul(hash, 31) + text.charCodeAt(start + (length >> 2));
  hash = Math.imul(hash, 31) + text.charCodeAt(length > 3 ? last - 3 : start);
  hash = Math.imul(hash, 31) + text.charCodeAt(length > 1 ? last - 1 : start);
  hash = Math.imul(hash, 31) + text.charCodeAt(last);
  return (hash ^ (hash >>> 12)) & (PLACES - 1);
}
