import { isCurrencyCode } from '../../money';
import { isKnownCurrency } from '../problems/meantCurrencies';
import { wordsOf } from '../typedValues';

/** Signs that one currency has. Several share `$`, `£`, `¥`, `₩` and `Fr`. */
const OWN_SIGNS: ReadonlySet<string> = new Set(['€', '₹', '₺', '₪', 'zł', 'kč', 'us$', 'a$']);

/** Those that mean one number everywhere. `5M` is five thousand to some accountants, and a `b` may be anything. */
const SURE_MULTIPLIERS: ReadonlySet<string> = new Set(
  ['k', 'tsd', 'mn', 'mio', 'mln', 'million'].concat('bn', 'mrd', 'mld'),
);

export function isOwnSign(written: unknown): boolean {
  return typeof written === 'string' && OWN_SIGNS.has(written.trim().toLowerCase());
}

/** Whether an amount can be read in one way alone: `1.500` is another one to other people, and `5 top` names no currency. */
export function isSureAmount(written: string): boolean {
  const isSure = (word: string) =>
    SURE_MULTIPLIERS.has(word.toLowerCase()) ||
    isOwnSign(word) ||
    // Codes with an X are mostly no money, and `XXL` is a size.
    (isCurrencyCode(word) && isKnownCurrency(word) && !word.startsWith('X'));
  return !/[.,]/.test(written) && wordsOf(written.replace(/\d(?:['’\s\d]*\d)?/, ' ')).every(isSure);
}
