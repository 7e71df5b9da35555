import { isMap, type Node } from 'yaml';
import type { Money } from '../money';
import type { YamlReader } from './yamlReader';

/** What is to be won in a quarter, as it stands in the file. */
export interface Quota {
  readonly amount: number;
  readonly currency: string | undefined;
}

const CURRENCY = /^[A-Za-z]{3}$/;
const QUARTER = /^\d{4}-Q[1-4]$/;

/** More than any currency is worth in another. */
const MOST = 1_000_000;

export function readCurrency(reader: YamlReader, node: Node | null): string | undefined {
  return reader.matching(node, CURRENCY, 'a currency code of three letters, such as EUR')?.toUpperCase();
}

/** Several codes, or one. */
export function readCurrencies(reader: YamlReader, node: Node | null): string[] | undefined {
  const codes = reader.names(node, code => CURRENCY.test(code), 'currency codes, such as EUR');
  return codes?.map(code => code.toUpperCase());
}

export function readRates(reader: YamlReader, node: Node | null): ReadonlyMap<string, number> | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'rates by currency, such as "GBP: 1.17"');
  const rates = new Map<string, number>();
  for (const { key, value, place } of reader.pairs(node)) {
    if (!CURRENCY.test(key)) {
      reader.unknownKey(key, place, [], 'Write a currency code, such as GBP.');
      continue;
    }
    const rate = reader.number(value, Number.MIN_VALUE, MOST, 'a number above 0, such as 1.17');
    if (rate !== undefined) rates.set(key.toUpperCase(), rate);
  }
  return rates;
}

/** Rates lead from other currencies into the team's own. */
export function checkRates(
  reader: YamlReader,
  node: Node | null,
  rates: ReadonlyMap<string, number>,
  currency: string | undefined,
): void {
  const place = reader.placeOf(node);
  if (currency === undefined) {
    if (rates.size) reader.warn('unused-rate', 'Rates need `currency`, into which they lead.', place);
  } else if ((rates.get(currency) ?? 1) !== 1) {
    reader.warn('unused-rate', `${currency} is the team’s own currency: its rate is 1.`, place);
  }
}

export function readQuota(reader: YamlReader, node: Node | null): ReadonlyMap<string, Quota> | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'amounts by quarter, such as "2026-Q4: 500000"');
  const quota = new Map<string, Quota>();
  for (const { key, value, place } of reader.pairs(node)) {
    const one = QUARTER.test(key) ? readAmount(reader, value) : undefined;
    if (one) quota.set(key, one);
    else if (!QUARTER.test(key)) reader.unknownKey(key, place, [], 'Write a quarter, such as 2026-Q4.');
  }
  return quota;
}

/** An amount, or one with its currency: `{amount: 500000, currency: GBP}`. */
function readAmount(reader: YamlReader, node: Node | null): Quota | undefined {
  const amountOf = (value: Node | null) =>
    reader.number(value, 0, Number.MAX_SAFE_INTEGER, 'an amount, such as 500000');
  let [amount, currency]: [number?, string?] = [];
  if (isMap(node)) {
    reader.keys(node, {
      amount: value => (amount = amountOf(value)),
      currency: value => (currency = readCurrency(reader, value)),
    });
    if (!node.has('amount')) reader.wrongType(node, 'an `amount`, such as {amount: 500000, currency: GBP}');
  } else amount = amountOf(node);
  return amount === undefined ? undefined : { amount, currency };
}

export function inMoney(quota: ReadonlyMap<string, Quota>, currency: string): ReadonlyMap<string, Money> {
  return new Map(
    [...quota].map(([quarter, one]) => [quarter, { amount: one.amount, currency: one.currency ?? currency }]),
  );
}
