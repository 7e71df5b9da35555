/** An amount in one currency, an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** ISO 4217's own code for "no currency": what a value without a currency is counted in. */
export const NO_CURRENCY = 'XXX';

/** Sums of money, one per currency. Amounts of different currencies are never added up. */
export type MoneyMap = Record<string, number>;

export function addMoney(sums: MoneyMap, money: Money | undefined, factor = 1): void {
  if (!money || money.amount === 0 || factor === 0) return;
  sums[money.currency] = (sums[money.currency] ?? 0) + money.amount * factor;
}

/** Sums of several currencies in one, and the currencies that are not in it. */
export interface Converted {
  readonly money: Money;
  readonly without: readonly string[];
}

/**
 * Sums in a team's own currency, at its rates: shown beside the sums themselves, never instead of them. `undefined` where
 * there is nothing to convert.
 *
 * @param rates what one unit of each currency is worth in the team's own
 */
export function inOneCurrency(
  sums: Readonly<MoneyMap>,
  currency: string | undefined,
  rates: ReadonlyMap<string, number>,
): Converted | undefined {
  const isKnown = (code: string) => code !== currency && rateOf(code, currency, rates) !== undefined;
  if (!currency || !Object.keys(sums).some(isKnown)) return undefined;
  return sumIn(currency, sums, currency, rates);
}

/**
 * Sums in any currency, at a team's rates.
 *
 * @param own the team's own currency
 * @param rates what one unit of each currency is worth in the team's own
 */
export function sumIn(
  currency: string,
  sums: Readonly<MoneyMap>,
  own: string | undefined,
  rates: ReadonlyMap<string, number>,
): Converted {
  const unit = rateOf(currency, own, rates);
  let amount = 0;
  const without: string[] = [];
  for (const [code, sum] of Object.entries(sums)) {
    const rate = rateOf(code, own, rates);
    if (code === currency) amount += sum;
    else if (rate === undefined || !unit) without.push(code);
    else amount += (sum * rate) / unit;
  }
  return { money: { amount, currency }, without: without.sort() };
}

/**
 * How large an amount is beside others, to sort by and not to show: in the team's own currency where there is a rate for
 * it, else as it is.
 */
export function sizeOf(
  { amount, currency }: Money,
  own: string | undefined,
  rates: ReadonlyMap<string, number>,
): number {
  return amount * (rateOf(currency, own, rates) ?? 1);
}

/** What a unit of a currency is worth in the team's own, where there is one. */
function rateOf(
  currency: string,
  own: string | undefined,
  rates: ReadonlyMap<string, number>,
): number | undefined {
  if (own === undefined) return undefined;
  return currency === own ? 1 : rates.get(currency);
}

export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
