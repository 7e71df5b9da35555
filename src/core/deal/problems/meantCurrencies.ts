import { currenciesNamed, isKnownCurrency } from '../../currencies';
import { suggestions } from '../../suggest';

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

/** The codes that may be meant by `€`, `Euro`, `EUO` or `dollars`, the likeliest first; of a shared sign, the team’s. */
export function meantCurrencies(written: string, own?: string): string[] {
  const name = written.trim().toLowerCase();
  const bySign = currenciesNamed(written.trim(), own).filter(isKnownCurrency);
  if (bySign.length) return bySign.slice(0, MOST);
  const byName = COMMON.filter(code => namesOf(code).includes(name.replace(/s$/, '')));
  const near = suggestions(name, [...COMMON.map(code => code.toLowerCase())]).map(code => code.toUpperCase());
  return [...new Set([...byName, ...near])].slice(0, MOST);
}

/** `euro`; `us dollar`, and `dollar` alone. */
function namesOf(code: string): string[] {
  const name = (new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? '').toLowerCase();
  return [name, name.slice(name.lastIndexOf(' ') + 1)];
}
