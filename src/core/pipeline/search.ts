import uFuzzy from '@leeoniya/ufuzzy';
import type { Deal } from '../deal/deal';
import { searchable } from '../text/searchable';

/** From so many hits on what was typed says too little to rank them by it: they stay in the order given. */
const MOST_RANKED = 5000;

/** Words in any order: each one more has as many orders to be looked for. */
const MOST_REORDERED = 4;

/** Letters of all scripts, and one slip of the finger in each word. */
const OPTIONS: uFuzzy.Options = {
  unicode: true,
  interSplit: "[^\\p{L}\\p{M}\\p{N}']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\p{N}|\\p{N}\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\p{M}\\p{N}']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
};

/**
 * Finds texts by parts of their words, the best first: those of which words begin with what was typed, and then those that have it
 * inside of words. “trolly” is a “trolley” before it is something controlled.
 */
export class Search {
  private readonly starts = new uFuzzy({ ...OPTIONS, interLft: 2 });
  private readonly engine = new uFuzzy(OPTIONS);
  private readonly texts: string[];

  constructor(texts: readonly string[]) {
    this.texts = texts.map(folded);
  }

  /** The indexes of the texts that have all words of what was typed; of all, where that is nothing. */
  find(typed: string): readonly number[] {
    if (!typed.trim()) return [...this.texts.keys()];
    const words = folded(typed).match(/[\p{L}\p{M}\p{N}']+/gu);
    if (!words) return [];
    const found = this.ranked(this.engine, words.join(' '));
    if (!found.isRanked) return found.hits;
    return [...new Set([...this.ranked(this.starts, words.join(' ')).hits, ...found.hits])];
  }

  private ranked(
    engine: uFuzzy,
    words: string,
  ): { readonly hits: readonly number[]; readonly isRanked: boolean } {
    const [found, info, order] = engine.search(this.texts, words, MOST_REORDERED, MOST_RANKED);
    return order
      ? { hits: order.map(at => info.idx[at]!), isRanked: true }
      : { hits: found ?? [], isRanked: false };
  }
}

/** What a deal is found by. What is named first counts most. */
export function searchTextOf(deal: Deal, stage: string): string {
  const contacts = deal.contacts.flatMap(({ name, email }) => [name, email]);
  return [deal.title, deal.account, ...contacts, ...deal.tags, deal.owner, stage]
    .filter(text => text)
    .join(' | ');
}

/** Those that are no letter with an accent, and that many keyboards do not have. */
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', đ: 'd', ł: 'l', ø: 'o', œ: 'oe', ß: 'ss' };

function folded(text: string): string {
  return searchable(text).replace(/[æđłøœß]/g, letter => LETTERS[letter]!);
}
