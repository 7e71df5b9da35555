import { once } from '../../once';
import { suggestions } from '../../suggest';
import { currencyOf } from '../typedValues';

const knownCodes = once(() => new Set(Intl.supportedValuesOf('currency')));

/** Whether there is, or was, a currency of this code. */
export function isKnownCurrency(code: string): boolean {
  // The codes for gold, for tests and for no currency at all are not money of any country.
  return knownCodes().has(code) || code.startsWith('X');
}

/** Those that are meant more often than others of which the code is as near. */
const COMMON = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'JPY',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'INR',
  'CNY',
];
const MOST = 3;

/** The codes that may be meant by `€`, `Euro`, `EUO` or `dollars`, the likeliest first. */
export function meantCurrencies(written: string): string[] {
  const name = written.trim().toLowerCase();
  const bySign = currencyOf(name);
  if (bySign && isKnownCurrency(bySign)) return [bySign];
  const byName = COMMON.filter(code => namesOf(code).includes(name.replace(/s$/, '')));
  const near = suggestions(name, [...COMMON.map(code => code.toLowerCase())]).map(code => code.toUpperCase());
  return [...new Set([...byName, ...near])].slice(0, MOST);
}

/** `euro`; `us dollar`, and `dollar` alone. */
function namesOf(code: string): string[] {
  const name = (new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? '').toLowerCase();
  return [name, name.slice(name.lastIndexOf(' ') + 1)];
}
