import { isCurrencyCode, NO_CURRENCY, type Money } from '../../money';
import { found } from '../../found';
import { say } from '../say';
import { isKnownCurrency } from '../../currencies';
import { meantCurrencies } from '../problems/meantCurrencies';
import { isAbsent, type FieldReading } from './reading';

/** What `value` and `currency` say together. */
export function readMoney(reading: FieldReading, defaultCurrency: string | undefined): Money | undefined {
  const amount = readAmount(reading);
  const currency = readCurrency(reading, defaultCurrency);
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

function readAmount(reading: FieldReading): number | undefined {
  const value = reading.get('value');
  if (isAbsent(value)) return undefined;
  // No sum of amounts up to this one loses a unit, or ends as infinity.
  if (typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return Math.abs(value);
  const says = say('invalidAmount', { there: found(value), currencyKey: reading.name('currency') });
  reading.warn('invalid-value', ['value'], says);
  return undefined;
}

function readCurrency(reading: FieldReading, byDefault: string | undefined): string | undefined {
  const value = reading.get('currency');
  if (isAbsent(value)) return byDefault ?? NO_CURRENCY;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (isCurrencyCode(code)) {
    if (!isKnownCurrency(code)) warnOf(code, reading);
    return code;
  }
  const says = say('invalidCurrency', { there: found(value) });
  reading.warn('invalid-currency', ['currency'], says, meantCurrencies(code, byDefault));
  return undefined;
}

function warnOf(code: string, reading: FieldReading): void {
  const meant = meantCurrencies(code);
  const says = say('unknownCurrency', { code, ...(meant[0] && { meant: meant[0] }) });
  reading.warn('unknown-currency', ['currency'], says, meant);
}
