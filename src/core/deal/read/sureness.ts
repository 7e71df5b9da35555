import { FORECASTS, normaliseName, type Forecast } from '../../process/process';
import { suggestions } from '../../suggest';
import { isAbsent, told, type Reading } from './reading';

/** 0 to 100. */
export function readPercent(reading: Reading, key: string): number | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  if (typeof value === 'number' && value >= 0 && value <= 100) return value;
  const message = `The ${key} is ${told(value)}, not a number from 0 to 100.`;
  reading.warn('invalid-probability', [key], message);
  return undefined;
}

export function readForecast(reading: Reading, key: string): Forecast | undefined {
  const value = reading.get(key);
  if (isAbsent(value)) return undefined;
  const name = typeof value === 'string' ? normaliseName(value).replaceAll(' ', '_') : undefined;
  const forecast = FORECASTS.find(one => one === name);
  if (!forecast) {
    const message = `The ${key} is ${told(value)}. It can be ${FORECASTS.join(', ')}.`;
    reading.warn('invalid-forecast', [key], message, name ? suggestions(name, FORECASTS) : []);
  }
  return forecast;
}
