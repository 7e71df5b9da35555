import { isCurrencyCode, NO_CURRENCY, type Money } from '../../money';
import { describe, quote } from '../../problem';
import { isKnownCurrency, meantCurrencies } from '../problems/meantCurrencies';
import { isAbsent, told, type Reading } from './reading';

/** What `value` and `currency` say together. */
export function readMoney(reading: Reading, defaultCurrency: string | undefined): Money | undefined {
  const amount = readAmount(reading);
  const currency = readCurrency(reading, defaultCurrency);
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

function readAmount(reading: Reading): number | undefined {
  const value = reading.get('value');
  if (isAbsent(value)) return undefined;
  // No sum of amounts up to this one loses a unit, or ends as infinity.
  if (typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return Math.abs(value);
  const there = typeof value === 'string' ? `the text ${quote(value)}` : describe(value);
  const wayOut = `Write a plain number, such as 48000, and the currency in “${reading.name('currency')}”.`;
  reading.warn('invalid-value', ['value'], `The value is ${there}. It is not counted. ${wayOut}`);
  return undefined;
}

function readCurrency(reading: Reading, byDefault: string | undefined): string | undefined {
  const value = reading.get('currency');
  if (isAbsent(value)) return byDefault ?? NO_CURRENCY;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (isCurrencyCode(code)) {
    if (!isKnownCurrency(code)) warnOf(code, reading);
    return code;
  }
  const there = told(value);
  const message = `The currency is ${there}, not a code of three letters such as EUR. The value is not counted.`;
  reading.warn('invalid-currency', ['currency'], message, meantCurrencies(String(code || there)));
  return undefined;
}

function warnOf(code: string, reading: Reading): void {
  const meant = meantCurrencies(code);
  const hint = meant[0] ? ` Did you mean ${meant[0]}?` : '';
  const message = `No currency has the code ${code}. The value is counted apart from all others.${hint}`;
  reading.warn('unknown-currency', ['currency'], message, meant);
}
