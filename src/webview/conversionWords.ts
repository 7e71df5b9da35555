import { NO_CURRENCY } from '../core/money';
import { currencyOf, isAsOne, type Conversion, type Measure } from './conversion';
import { say, words } from './words';

/** The rate, and the cases that it rests on. A rate of too few cases is not told. */
export function conversionWords(
  { wentOn, decided, rate, n, isTooFew }: Conversion,
  measure: Measure = 'count',
): { rate: string; cases: string } {
  if (rate === null) return { rate: say.unknown, cases: '' };
  return {
    rate: isTooFew ? say.tooFew : say.rate(rate),
    cases: measure === 'count' ? words.reach.ofDecided(wentOn, decided) : say.cases(n),
  };
}

/** A size of the funnel in words: `12`, or `€48,000`. */
export function sizeWords(size: number, measure: Measure): string {
  return measure === 'count' ? say.count(size) : say.amount(size, currencyOf(measure));
}

/** The same where there is little room: `€48K`. */
export function shortSizeWords(size: number, measure: Measure): string {
  return measure === 'count' ? say.count(size) : say.shortAmount(size, currencyOf(measure));
}

/** What a switch calls a measure. */
export function measureLabel(measure: Measure): string {
  if (measure === 'count') return words.reach.deals;
  if (isAsOne(measure)) return words.forecast.asOne(currencyOf(measure));
  return measure === NO_CURRENCY ? words.reach.value : measure;
}
