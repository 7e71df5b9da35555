import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import { amountMeant, isThousands } from '../doubtfulNumbers';
import type { Money } from '../money';
import { suggest } from '../suggest';
import { searchable } from '../text/searchable';
import { say } from './say';
import type { YamlReader } from './yamlReader';

/** What the team and each owner are to win, by quarter, as it stands in the file. */
export interface WrittenQuotas {
  readonly team: ReadonlyMap<string, Quota>;
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, Quota>>;
}

/** What is to be won in a quarter. */
export interface Quota {
  readonly amount: number;
  readonly currency: string | undefined;
}

const CURRENCY = /^[A-Za-z]{3}$/;
const QUARTER = /^\d{4}-Q[1-4]$/;

/** More than any currency is worth in another. */
const MOST = 1_000_000;

export function readCurrency(reader: YamlReader, node: Node | null): string | undefined {
  return reader.matching(node, CURRENCY, 'currency')?.toUpperCase();
}

/** Several codes, or one. */
export function readCurrencies(reader: YamlReader, node: Node | null): string[] | undefined {
  const codes = reader.names(node, code => CURRENCY.test(code), 'currencies');
  return codes?.map(code => code.toUpperCase());
}

export function readRates(reader: YamlReader, node: Node | null): ReadonlyMap<string, number> | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'rates');
  const rates = new Map<string, number>();
  for (const { key, value } of reader.pairs(node)) {
    if (!CURRENCY.test(key)) {
      reader.unknownKey(node, { key, value }, [], 'currencyCode');
      continue;
    }
    const rate = reader.number(value, Number.MIN_VALUE, MOST, 'rate');
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
    if (rates.size) reader.warn('unused-rate', say('ratesWithoutCurrency'), place);
  } else if ((rates.get(currency) ?? 1) !== 1) {
    reader.warn('unused-rate', say('ownRate', { currency }), place);
  }
}

export function readQuota(reader: YamlReader, node: Node | null): WrittenQuotas | undefined {
  if (!isMap(node)) return reader.wrongType(node, 'quota');
  const team = new Map<string, Quota>();
  const owners = new Map<string, ReadonlyMap<string, Quota>>();
  for (const { key: quarter, value } of reader.pairs(node)) {
    if (!QUARTER.test(quarter)) {
      reader.unknownKey(node, { key: quarter, value }, [], 'quarter');
      continue;
    }
    const read = isMap(value) && !isAmount(value) ? readOwners(reader, value, quarter) : undefined;
    const all = read ? read.team : readAmount(reader, value);
    if (all) team.set(quarter, all);
    if (read?.owners.size) owners.set(quarter, read.owners);
  }
  return { team, owners };
}

/** In the place of an owner's name. */
const TEAM = 'team';
const AMOUNT_KEYS = ['amount', 'currency'];

/** Whether a map is an amount with its currency, and not amounts by owner; one with nothing in it is a slip in either. */
function isAmount({ items }: YAMLMap): boolean {
  const keys = items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return (
    keys.some(key => AMOUNT_KEYS.includes(key)) || keys.every(key => suggest(key, AMOUNT_KEYS) !== undefined)
  );
}

/** `{team: 450000, dana: {amount: 120000, currency: GBP}}` */
function readOwners(
  reader: YamlReader,
  node: YAMLMap,
  quarter: string,
): { readonly team: Quota | undefined; readonly owners: ReadonlyMap<string, Quota> } {
  let team: Quota | undefined;
  const owners = new Map<string, Quota>();
  /** Alike are those that filters by owner take for one: `dana` and `Dana`. */
  const names = new Set<string>();
  for (const { key, value, place } of reader.pairs(node)) {
    const quota = readAmount(reader, value);
    const owner = key.trim();
    const name = searchable(owner);
    if (names.has(name)) reader.warn('duplicate-key', say('quotaTwice', { owner, quarter }), place);
    else if (name === TEAM) team = quota;
    else if (quota) owners.set(owner, quota);
    names.add(name);
  }
  return { team, owners };
}

/** An amount, or one with its currency: `{amount: 500000, currency: GBP}`. */
function readAmount(reader: YamlReader, node: Node | null): Quota | undefined {
  const amountOf = (value: Node | null) => {
    const read = reader.number(value, 0, Number.MAX_SAFE_INTEGER, 'amount');
    const written = isScalar(value) ? value.source : undefined;
    if (written !== undefined && isThousands(written)) {
      const says = say('pointInThousands', { written, amount: Number(written), meant: amountMeant(written) });
      reader.warn('doubtful-value', says, reader.placeOf(value));
    }
    return read;
  };
  let [amount, currency]: [number?, string?] = [];
  if (isMap(node)) {
    reader.keys(node, {
      amount: value => (amount = amountOf(value)),
      currency: value => (currency = readCurrency(reader, value)),
    });
    if (!node.has('amount')) reader.wrongType(node, 'amountInMap');
  } else amount = amountOf(node);
  return amount === undefined ? undefined : { amount, currency };
}

export function inMoney(quota: ReadonlyMap<string, Quota>, currency: string): ReadonlyMap<string, Money> {
  return new Map(
    [...quota].map(([quarter, one]) => [quarter, { amount: one.amount, currency: one.currency ?? currency }]),
  );
}
