import { found } from '../../found';
import { isTerm, PERIODS, type Period } from '../../recurring';
import { suggestions } from '../../suggest';
import { periodNamed } from '../saidPeriod';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

export function readPeriod(reading: FieldReading, key: string): Period | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
  const period = PERIODS.find(one => one === name);
  if (!period) {
    const named = periodNamed(name);
    const says = say('invalidPeriod', { key: reading.name(key), there: found(value), names: PERIODS });
    reading.warn('invalid-value-period', [key], says, named ? [named] : suggestions(name, PERIODS));
  }
  return period;
}

/** In periods of the value. Alone, words behind such a key are a team's own: `term: net 30`. */
export function readTerm(reading: FieldReading, key: string): number | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  if (isAbsent(reading.get('value_period'))) {
    const says = say('termWithoutPeriod', {
      key: reading.name(key),
      periodKey: reading.name('value_period'),
    });
    if (isTerm(value)) reading.warn('term-without-period', [key], says);
    return undefined;
  }
  if (isTerm(value)) return value;
  const says = say('invalidTerm', { key: reading.name(key), there: found(value) });
  reading.warn('invalid-term', [key], says);
  return undefined;
}
