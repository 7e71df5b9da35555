import { isCurrencyCode, type Money } from '../money';
import { oneLine } from '../oneLine';

/** What a person typed as a value; without a currency where they named none. */
export interface TypedMoney {
  readonly amount: number;
  readonly currency: Money['currency'] | undefined;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  zł: 'PLN',
  kč: 'CZK',
  fr: 'CHF',
};

/** By how many places the point moves. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  m: 6,
  mn: 6,
  mio: 6,
  mln: 6,
  million: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  mld: 9,
};

const NUMBER = /\d(?:[\d.,'’\s]*\d)?/;

/**
 * The amount in what people type: `48k`, `48 000 EUR`, `€48,000.50`, `1,5 Mio`. A point or a comma before exactly three
 * digits parts thousands, unless a multiplier follows; `undefined` where it is no amount, or none that a deal can have.
 */
export function readMoney(typed: string): TypedMoney | undefined {
  const text = typed.trim();
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined || text.length > 60) return undefined;
  const at = text.indexOf(found);
  const [before, behind] = [text.slice(0, at), text.slice(at + found.length)];
  // `.5` is not 5.
  if (/[.,]$/.test(before) && !/\p{L}\.$/u.test(before)) return undefined;
  const words = [...wordsOf(before), ...wordsOf(behind)].map(word => word.toLowerCase());
  let [places, currency]: [number | undefined, string | undefined] = [undefined, undefined];
  for (const word of words) {
    const code = currencyOf(word);
    const by = Object.hasOwn(MULTIPLIERS, word) ? MULTIPLIERS[word] : undefined;
    if (by !== undefined && places === undefined) places = by;
    else if (code !== undefined && currency === undefined) currency = code;
    else return undefined;
  }
  const digits = plainNumber(found, places !== undefined);
  // Not a product, in which 1.1 m would be 1100000.0000000002.
  const amount = digits === undefined ? NaN : Number(`${digits}e${places ?? 0}`);
  return amount <= Number.MAX_SAFE_INTEGER ? { amount, currency } : undefined;
}

/** What stands around a number: `k€` is two. */
export function wordsOf(text: string): string[] {
  return (text.match(/(?:us|a|c)\$|\p{Sc}|[\p{L}]+|[^\s\p{L}.]/giu) ?? []) as string[];
}

/** By its sign, or by its code in any case. */
export function currencyOf(word: string): string | undefined {
  if (Object.hasOwn(SYMBOLS, word)) return SYMBOLS[word];
  const code = word.toUpperCase();
  return isCurrencyCode(code) ? code : undefined;
}

/** Digits with a point before the decimals, or `undefined` where the separators make no sense. */
function plainNumber(written: string, isShort: boolean): string | undefined {
  const text = written.replace(/[\s'’]/g, ' ');
  const [last] = /[.,](?=\d*$)/.exec(text) ?? [];
  const separators = new Set(text.replace(/[\d ]/g, ''));
  const isGrouped = (part: string) =>
    /^\d{1,3}(?:([ .,])\d{3})?(?:\1\d{3})*$/.test(part) || /^\d+$/.test(part);
  if (!last) return isGrouped(text) ? text.replaceAll(' ', '') : undefined;
  const at = text.lastIndexOf(last);
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  const isOne = text.indexOf(last) === at;
  const partsThousands = separators.size === 1 && decimals.length === 3 && !isShort && !text.includes(' ');
  if (!isOne || partsThousands) return isGrouped(text) ? text.replace(/\D/g, '') : undefined;
  return isGrouped(whole) ? `${whole.replace(/\D/g, '')}.${decimals}` : undefined;
}

/** A tag as it is written into a file: on one line and without its `#`; `undefined` where it is none, or several. */
export function readTag(typed: string): string | undefined {
  const tag = oneLine(typed).replace(/^#+ ?/, '');
  return tag && !tag.includes(',') ? tag : undefined;
}

/** Each once, those that are used most first. */
export function byUse(names: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** A chance in percent, 0 to 100: `60`, `62.5 %`. */
export function readPercent(typed: string): number | undefined {
  const digits = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(typed.trim())?.[1];
  return digits !== undefined && Number(digits) <= 100 ? Number(digits) : undefined;
}

/** A number where it is written as one writes numbers, else the text. */
export function numberOrText(typed: string): number | string {
  const isNumber = String(Number(typed)) === typed && Number.isFinite(Number(typed));
  return isNumber ? Number(typed) : typed;
}
