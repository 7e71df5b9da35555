import { found } from '../../found';
import { FORECASTS, normaliseName, type Forecast } from '../../process/process';
import { suggestions } from '../../suggest';
import { readShare } from '../typedValues';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

/** 0 to 100. */
export function readPercent(reading: FieldReading, key: string): number | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  if (typeof value === 'number' && value >= 0 && value <= 100) return value;
  const meant = typeof value === 'string' ? readShare(value) : undefined;
  reading.warn('invalid-probability', [key], say('invalidPercent', { key, there: found(value), meant }));
  return undefined;
}

export function readForecast(reading: FieldReading, key: string): Forecast | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  const name = typeof value === 'string' ? normaliseName(value).replaceAll(' ', '_') : undefined;
  const forecast = FORECASTS.find(one => one === name);
  if (!forecast) {
    const says = say('invalidForecast', { key, there: found(value), names: FORECASTS });
    reading.warn('invalid-forecast', [key], says, name ? suggestions(name, FORECASTS) : []);
  }
  return forecast;
}
