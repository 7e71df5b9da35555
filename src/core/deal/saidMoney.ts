import { currenciesNamed, INDIAN, isPayable, type Codes } from '../currencies';
import type { Money } from '../money';
import type { Period } from '../recurring';
import { plainNumber, type NumberStyle } from './saidNumber';
import { plainWidth } from '../text/width';
import { partPeriod } from './saidPeriod';

/** What a person typed as a value; without a currency where they named none. */
export interface TypedMoney {
  readonly amount: number;
  readonly currency: Money['currency'] | undefined;
  /** The currencies that the sign may mean, the likeliest first, where it may mean several; the person is to be asked. */
  readonly mayBe?: readonly string[];
  /** Where the amount is said to recur. */
  readonly period?: Period;
}

/** By how many places the point moves. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  ...{ k: 3, tsd: 3, tausend: 3, thousand: 3 },
  ...{ m: 6, mm: 6, mn: 6, mio: 6, mln: 6, million: 6, millions: 6, millionen: 6 },
  ...{ b: 9, bn: 9, mrd: 9, mld: 9 },
};

/** Those that go on: `1億2,000万`, `1 crore 20 lakh`. */
const CHAINED: Readonly<Record<string, number>> = {
  ...{ lakh: 5, lakhs: 5, lac: 5, lacs: 5, crore: 7, crores: 7, cr: 7 },
  ...{ 千: 3, 万: 4, 萬: 4, 만: 4, 百万: 6, 千万: 7, 億: 8, 亿: 8, 억: 8 },
};

const NUMBER = /\d(?:[\d.,'\s]*\d)?/;
const WORD = /(?:us|au?|ca?|n[zt]|hk|mx|s|r)\$|百万|千万|[千万萬만億亿억円元원]|\p{Sc}|\p{L}+|[^\s\p{L}.]/u;
const PARTS = new RegExp(`(?<number>${NUMBER.source})|(?<word>${WORD.source})`, 'giu');

/**
 * The amount in what people type: `48k`, `48 000 EUR`, `€48,000.50`, `1,5 Mio`, `CHF 1'200.-`, `₹1,23,456`, `3億円`, `~50k`,
 * and how often it recurs: `30k/yr`, `500 per month`. A
 * point or a comma before exactly three digits parts thousands, unless the number begins with 0 or a multiplier follows;
 * `undefined` where it is no amount, where it may be several, or where it is none that a deal can have.
 *
 * @param own the currency of the deal or of its team, for signs that several currencies share
 * @param used what else the team has money in
 */
export function readMoney(typed: string, own?: string, used?: Codes): TypedMoney | undefined {
  if (typed.length > 60) return undefined;
  const { amount: once, period } = partPeriod(plainText(typed));
  const said = partsOf(once, own, used);
  if (!said) return undefined;
  const { numbers, currencies } = said;
  const [currency] = currencies;
  const isIndian = INDIAN.has(currency ?? own ?? '');
  // Elsewhere it is no crore.
  if (!isIndian && numbers.some(({ word }) => word === 'cr')) return undefined;
  const amount = amountOf(
    numbers,
    isIndian || numbers.some(({ word }) => /^(?:lak|lac|cror)/.test(word ?? '')),
  );
  if (amount === undefined || !(amount <= Number.MAX_SAFE_INTEGER)) return undefined;
  return {
    amount,
    currency: currencies.length > 1 ? undefined : currency,
    ...(currencies.length > 1 && { mayBe: currencies }),
    ...(period && { period }),
  };
}

/** The code in small letters without which an amount is not understood: `ALL` of “5 all”, which may be a word. */
export function codeInSmall(typed: string, own?: string, used?: Codes): string | undefined {
  const small = wordsOf(plainText(typed)).find(word => /\p{Ll}/u.test(word) && isPayable(word.toUpperCase()));
  const code = small?.toUpperCase();
  return code && readMoney(typed.replace(small!, code), own, used)?.currency === code ? code : undefined;
}

/** In plain signs: wide ones as they are elsewhere, without what only says “and no cents”, or that it is about so much. */
function plainText(typed: string): string {
  return (
    plainWidth(typed)
      .trim()
      .replace(/[’\u02BC]/g, "'")
      .replace(APPROXIMATE, '')
      .replace(NO_CENTS, '')
      .replace(
        /(?<!\p{L})(US|Canadian|Australian) dollars?(?!\p{L})/iu,
        (_, of: string) => ({ u: 'USD', c: 'CAD', a: 'AUD' })[of[0]!.toLowerCase()]!,
      )
      // `T€`, `kEUR` and `tkr` are thousands, `MEUR` and `mkr` millions.
      .replace(
        /(?<!\p{L})([tkm])(€|eur|usd|gbp|chf|sek|nok|dkk|kr)(?!\p{L})/iu,
        (_, by: string, code: string) => [by.replace(/t/i, 'k'), code].join(' '),
      )
  );
}

/** Behind the last digit: `1'200.-`, `500:-` in Sweden, `50,000/-` in India, `50,000/=` in Kenya. */
const NO_CENTS = /(?<=\d)(?:[.,][-–—]{1,2}| ?(?::-|\/[-=]))(?![\p{L}\d])/u;

const APPROXIMATE = /^(?:[~≈]|(?:ca|circa|approx)(?:\. ?| ))\s*|(?<=^\p{Sc})\s*[~≈]\s*/iu;

interface SaidNumber {
  readonly text: string;
  /** The multiplier that belongs to it. */
  word: string | undefined;
}

/** The words and signs that stand around a number: `k€` is two. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(new RegExp(WORD.source, 'giu'))].map(([word]) => word);
}

/** The numbers with their multipliers, and the currencies that are named; `undefined` where something is neither. */
function partsOf(text: string, own: string | undefined, used: Codes | undefined) {
  const numbers: SaidNumber[] = [];
  const named: string[] = [];
  let before: Pick<SaidNumber, 'word'> | undefined;
  // `.5` is not 5.
  if (/(?<!\p{L})[.,]\d/u.test(text.replace(/\d[.,](?=\d)/g, ''))) return undefined;
  for (const { groups } of text.matchAll(PARTS)) {
    const { number, word = '' } = groups!;
    const last = numbers.at(-1);
    if (number !== undefined) {
      numbers.push({ text: number, word: last ? undefined : before?.word });
      continue;
    }
    const isMultiplier = placesOf(word) !== undefined;
    if (isMultiplier && (last ?? before)?.word !== undefined) return undefined;
    if (!isMultiplier) named.push(word);
    else if (last) last.word = word.toLowerCase();
    else before = { word: word.toLowerCase() };
  }
  const currencies = currenciesOf(named, own, used);
  return numbers.length && currencies ? { numbers, currencies } : undefined;
}

/** What words name together, such as `$` and `CAD`; `undefined` where one is no currency, or they are of two. */
function currenciesOf(
  named: readonly string[],
  own: string | undefined,
  used: Codes | undefined,
): readonly string[] | undefined {
  const [first, ...others] = named;
  if (first === undefined) return [];
  const all = currenciesNamed(first, own, used);
  if (!others.length) return all.length ? all : undefined;
  const [code] = named.map(word => currenciesNamed(word, own, used)).find(codes => codes.length === 1) ?? [];
  return code && named.every(word => currenciesNamed(word, code, used)[0] === code) ? [code] : undefined;
}

function placesOf(word: string): number | undefined {
  const name = word.toLowerCase();
  if (Object.hasOwn(MULTIPLIERS, name)) return MULTIPLIERS[name];
  return Object.hasOwn(CHAINED, name) ? CHAINED[name] : undefined;
}

/**
 * One number, or several of which each is multiplied by less than the one before: `1億2,000万`. `NaN` where one of them is no
 * number.
 */
function amountOf(numbers: readonly SaidNumber[], isIndian: boolean): number | undefined {
  const places = numbers.map(({ word }) => (word === undefined ? 0 : placesOf(word)!));
  const isChain = numbers.every(
    ({ word }, at) =>
      (word === undefined || Object.hasOwn(CHAINED, word)) && (at === 0 || places[at]! < places[at - 1]!),
  );
  if (numbers.length > 1 && !isChain) return undefined;
  const amounts = numbers.map(({ text, word }, at) => {
    const digits = plainNumber(text, styleOf(word, isIndian));
    // Not a product, in which 1.1 m would be 1100000.0000000002.
    return digits === undefined ? NaN : Number(`${digits}e${places[at]}`);
  });
  const isOver = amounts.some((amount, at) => amount >= 10 ** places[at - 1]!);
  return isOver ? undefined : amounts.reduce((all, amount) => all + amount, 0);
}

function styleOf(word: string | undefined, isIndian: boolean): NumberStyle {
  if (isIndian) return 'indian';
  if (word === undefined) return 'any';
  return Object.hasOwn(CHAINED, word) ? 'asian' : MULTIPLIERS[word] === 3 ? 'thousands' : 'short';
}
