import type { Figure, ForecastSum } from '../../../core/metrics/figure';
import { isAsOne, type Measure } from '../../conversion';
import { words } from '../../words';

/** The deals of a sum: of all of them, or of those with a value in the currency that is shown. */
export function figureFor(period: string | null, of: ForecastSum | 'slipped', measure: Measure): Figure {
  const currency = measure === 'count' || isAsOne(measure) ? {} : { currency: measure };
  if (of === 'slipped') return { kind: 'slipped', period: period!, ...currency };
  return { kind: 'forecast', period, of, ...currency };
}

/** `Q4 2026, best case` */
export function wordsFor(period: string | null, of: ForecastSum | 'slipped'): string {
  return words.forecast.figure(of, period);
}
