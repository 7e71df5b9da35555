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

/** Finds texts by parts of their words, the best first: those that have them whole, and those that begin with them. */
export class Search {
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
    const [found, info, order] = this.engine.search(this.texts, words.join(' '), MOST_REORDERED, MOST_RANKED);
    return order ? order.map(at => info.idx[at]!) : (found ?? []);
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
