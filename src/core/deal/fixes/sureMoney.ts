import { currenciesNamed, isPayable } from '../../currencies';
import { wordsOf } from '../saidMoney';

/** Signs that one currency has. Several share `$`, `£`, `¥`, `₩` and `Fr`. */
const OWN_SIGNS: ReadonlySet<string> = new Set(['€', '₹', '₺', '₪', 'zł', 'kč', 'us$', 'a$']);

/** Those that mean one number everywhere. `5M` is five thousand to some accountants, and a `b` may be anything. */
const SURE_MULTIPLIERS: ReadonlySet<string> = new Set(
  ['k', 'tsd', 'mn', 'mio', 'mln', 'million'].concat('bn', 'mrd', 'mld'),
);

/** Codes that are words too: “5 TOP” may be five of the best. A team that has money in one means that. */
const CODES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  ['ALL', 'BAM', 'BOB', 'COP', 'CUP', 'GEL', 'MAD'].concat('MOP', 'PEN', 'RUB', 'SOS', 'TOP', 'TRY'),
);

/**
 * Whether a sign is one currency’s: by itself, or since it is the one of the deal or its team.
 *
 * @param own that currency
 */
export function isOwnSign(written: unknown, own: string | undefined): boolean {
  if (typeof written !== 'string') return false;
  const sign = written.trim().toLowerCase();
  return OWN_SIGNS.has(sign) || (own !== undefined && currenciesNamed(sign, own)[0] === own);
}

/**
 * Whether an amount can be read in one way alone, and all that stands there is in what is read: `1.500` is another one to
 * other people, `~5` is about five, and `007` no number to count with.
 */
export function isSureAmount(written: string, own: string | undefined): boolean {
  const isSure = (word: string) =>
    SURE_MULTIPLIERS.has(word.toLowerCase()) || isSureCode(word, own) || isOwnSign(word, own);
  const [number = ''] = /\d(?:['’\s\d]*\d)?/.exec(written) ?? [];
  return !/[.,]/.test(written) && !/^0\d/.test(number) && wordsOf(written.replace(number, ' ')).every(isSure);
}

function isSureCode(word: string, own: string | undefined): boolean {
  return isPayable(word) && (word === own || !CODES_THAT_ARE_WORDS.has(word));
}
