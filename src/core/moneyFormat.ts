import { ascending, descending } from 'd3-array';
import { inOneCurrency, NO_CURRENCY, type Converted, type Money, type MoneyMap } from './money';
import { remembered, rememberedByName } from './remember';

/**
 * The currencies of a pipeline: by these it is known how short an amount can be written so that it is not taken for one in
 * another currency, and which amount comes first. Plain data, so that the funnel page can have it.
 */
export interface Currencies {
  /** The team’s. */
  readonly own: string | null;
  /** What one unit of each currency is worth in the team’s. */
  readonly rates: Readonly<Record<string, number>>;
  /** Those that amounts are in, the team’s among them, in the order of their codes. */
  readonly used: readonly string[];
}

export const NO_CURRENCIES: Currencies = { own: null, rates: {}, used: [] };

/** The currencies of several pipelines whose amounts stand beside each other; the team’s is that of all, or none. */
export function together(all: readonly Currencies[]): Currencies {
  const [first = NO_CURRENCIES, ...others] = all;
  // The same object, by which its format is remembered.
  if (!others.length) return first;
  const isOne = others.every(({ own }) => own === first.own);
  const used = [...new Set(all.flatMap(({ used }) => used))].sort();
  return isOne ? { ...first, used } : { ...NO_CURRENCIES, used };
}

/** Amounts as a reader writes them. */
export interface MoneyFormat {
  /** `€48,000`, in whole units; an amount without a currency as the bare number. */
  readonly one: (money: Money) => string;
  /** `€48K`, for axes and other narrow places. */
  readonly short: (money: Money) => string;
  /** `€48,000 + £12,000`; empty where there is nothing. */
  readonly sums: (sums: Readonly<MoneyMap>) => string;
  /** `€48K + £12K` */
  readonly shortSums: (sums: Readonly<MoneyMap>) => string;
  /** All that the team has rates for as one amount in its currency; `undefined` where there is nothing to convert. */
  readonly inOne: (sums: Readonly<MoneyMap>) => Converted | undefined;
  /** The team’s currency, then by worth at the team’s rates, then by code. */
  readonly inOrder: (sums: Readonly<Record<string, number | null>>) => readonly string[];
  /** The same where there are no amounts to go by. */
  readonly codesInOrder: (codes: readonly string[]) => readonly string[];
}

/** @param locale of the reader; by default that of this machine */
export const moneyIn: (currencies: Currencies, locale?: string) => MoneyFormat = remembered(makeFormat);

function makeFormat(currencies: Currencies, locale = ''): MoneyFormat {
  const displayOf = displaysAmong(currencies.used, locale);
  const format = (length: Length) => (money: Money) => {
    const display = money.currency === NO_CURRENCY ? 'none' : displayOf(money.currency);
    return formatsIn(locale)(`${money.currency} ${display} ${length}`).format(money.amount);
  };
  const one = format('whole');
  const short = format('compact');
  const sumsBy = (write: (money: Money) => string) => (sums: Readonly<MoneyMap>) =>
    orderOf(sums, currencies)
      .map(currency => write({ amount: sums[currency]!, currency }))
      .join(' + ');
  const rates = new Map(Object.entries(currencies.rates));
  return {
    one,
    short,
    sums: sumsBy(one),
    shortSums: sumsBy(short),
    inOne: sums => inOneCurrency(sums, currencies.own ?? undefined, rates),
    inOrder: sums => orderOf(sums, currencies),
    codesInOrder: codes => orderOf(Object.fromEntries(codes.map(code => [code, null])), currencies),
  };
}

function orderOf(sums: Readonly<Record<string, number | null>>, { own, rates }: Currencies): string[] {
  const worth = (code: string) => {
    if (code === own) return Infinity;
    const rate = own !== null && Object.hasOwn(rates, code) ? rates[code]! : undefined;
    return rate === undefined ? -1 : Math.abs(sums[code] ?? 0) * rate;
  };
  return Object.keys(sums).sort((a, b) => descending(worth(a), worth(b)) || ascending(a, b));
}

type Display = 'narrowSymbol' | 'symbol' | 'code';
type Length = 'whole' | 'compact';

/**
 * How each of some currencies is shown: by its short sign, such as `$`, if no other of them has that; else by its long one,
 * `CA$`, if that is another; else by its code.
 */
function displaysAmong(used: readonly string[], locale: string): (code: string) => Display {
  const sign = (code: string, display: Display) => signsIn(locale)(`${code} ${display}`);
  return rememberedByName(code => {
    const others = used.filter(other => other !== code && other !== NO_CURRENCY);
    if (!others.length) return 'narrowSymbol';
    const taken = new Set(others.flatMap(other => [sign(other, 'narrowSymbol'), sign(other, 'symbol')]));
    const [short, long] = [sign(code, 'narrowSymbol'), sign(code, 'symbol')];
    if (!taken.has(short)) return 'narrowSymbol';
    return long !== short && !taken.has(long) ? 'symbol' : 'code';
  });
}

/** The sign alone, as an eye takes it: a point behind it, its width, its case and marks of direction make no difference. */
const signsIn = rememberedByName(locale =>
  rememberedByName(key => {
    const parts = formatsIn(locale)(`${key} whole`).formatToParts(1);
    const sign = parts.find(({ type }) => type === 'currency')?.value ?? '';
    return sign
      .normalize('NFKC')
      .replace(/[.\s\p{Cf}]/gu, '')
      .toLowerCase();
  }),
);

/** Kept, because making a number format takes longer than all else in drawing a row of the tree. */
const formatsIn = rememberedByName(locale =>
  rememberedByName(key => {
    const [currency, display, length] = key.split(' ') as [string, Display | 'none', Length];
    return new Intl.NumberFormat(locale || undefined, {
      ...(display === 'none' ? {} : { style: 'currency', currency, currencyDisplay: display }),
      ...(length === 'compact'
        ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
        : { maximumFractionDigits: 0 }),
    });
  }),
);
