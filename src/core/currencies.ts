import { isCurrencyCode } from './money';
import { once } from './once';

const knownCodes = once(() => new Set(Intl.supportedValuesOf('currency')));

/** Whether there is, or was, a currency of this code. */
export function isKnownCurrency(code: string): boolean {
  // The codes for gold, for tests and for no currency at all are not money of any country.
  return knownCodes().has(code) || code.startsWith('X');
}

/** Whether a code names money that somebody pays with: gold, `XXL` and `XTS` don't. */
export function isPayable(code: string): boolean {
  return isCurrencyCode(code) && knownCodes().has(code) && (!code.startsWith('X') || PAYABLE_X.has(code));
}

const PAYABLE_X: ReadonlySet<string> = new Set(['XAF', 'XCD', 'XOF', 'XPF']);

/** Signs and names that are one currency’s, or are taken for one all over the world. */
const OWN: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₽': 'RUB',
  '₴': 'UAH',
  '₫': 'VND',
  '₱': 'PHP',
  '₦': 'NGN',
  '฿': 'THB',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  nt$: 'TWD',
  s$: 'SGD',
  r$: 'BRL',
  mx$: 'MXN',
  zł: 'PLN',
  kč: 'CZK',
  円: 'JPY',
  원: 'KRW',
  fr: 'CHF',
  sfr: 'CHF',
  franken: 'CHF',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  rmb: 'CNY',
  rm: 'MYR',
  rp: 'IDR',
  zloty: 'PLN',
  złoty: 'PLN',
  sterling: 'GBP',
};

/** Signs and names that several currencies share, the likeliest first. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: 'USD CAD AUD NZD SGD HKD MXN ARS BBD BMD BND BSD BZD CLP COP DOP FJD GYD JMD KYD LRD NAD SBD SRD TTD TWD UYU XCD'.split(
    ' ',
  ),
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  元: ['CNY', 'TWD'],
};
const SHARED_NAMES: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  krone: 'kr',
  kroner: 'kr',
  kronor: 'kr',
  rupee: 'rs',
  rupees: 'rs',
  '₨': 'rs',
  yuan: '元',
};

/** Signs that nearly always mean the first, unless a team has another. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'LBP', 'SHP', 'SSP', 'SYP'],
  pound: ['GBP', 'EGP', 'GIP', 'FKP', 'LBP', 'SHP', 'SSP', 'SYP'],
  pounds: ['GBP', 'EGP', 'GIP', 'FKP', 'LBP', 'SHP', 'SSP', 'SYP'],
};

/** Codes of currencies. */
export type Codes = Pick<ReadonlySet<string>, 'has'>;

/** What people write in small letters too; none of them is a word. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  'EUR USD GBP CHF JPY SEK NOK DKK PLN CZK HUF AUD NZD SGD HKD INR CNY KRW BRL MXN ZAR'.split(' '),
);

/**
 * The currencies that a sign, a code or a name may mean, the likeliest first: one where it is certain, none where it is no
 * currency. A sign that several share is the one of the team, where that has it. In small letters a code is one where the
 * team has it or everybody knows it: `all` and `top` are words.
 *
 * @param own the currency of the deal or of its team
 * @param used what else the team has money in
 */
export function currenciesNamed(word: string, own?: string, used?: Codes): readonly string[] {
  const name = word.toLowerCase();
  if (Object.hasOwn(OWN, name)) return [OWN[name]!];
  const usual = Object.hasOwn(USUAL, name) ? USUAL[name]! : [];
  const sign = Object.hasOwn(SHARED_NAMES, name) ? SHARED_NAMES[name]! : name;
  const shared = Object.hasOwn(SHARED, sign) ? SHARED[sign]! : [];
  if (own !== undefined && [...usual, ...shared].includes(own)) return [own];
  if (usual.length) return usual.slice(0, 1);
  if (shared.length) return shared;
  const code = word.toUpperCase();
  if (code === own) return [code];
  const isMeant = word === code || WELL_KNOWN.has(code) || used?.has(code);
  return isMeant && isPayable(code) ? [code] : [];
}

/** Currencies whose people write 1,23,456. */
export const INDIAN: ReadonlySet<string> = new Set(['INR', 'PKR', 'BDT', 'NPR', 'LKR']);
