import { NO_CURRENCY } from '../core/money';
import type { Conversion, Measure } from './conversion';
import { formatAmount, formatCount, formatRate, NOTHING_TO_DIVIDE_BY, TOO_FEW } from './format';

/** The rate, and the cases that it rests on. A rate of too few cases is not told. */
export function conversionWords(
  { wentOn, decided, rate, n, isTooFew }: Conversion,
  measure: Measure = 'count',
): { rate: string; cases: string } {
  if (rate === null) return { rate: NOTHING_TO_DIVIDE_BY, cases: '' };
  return {
    rate: isTooFew ? TOO_FEW : formatRate(rate),
    cases:
      measure === 'count' ? `${formatCount(wentOn)} of ${formatCount(decided)}` : `n = ${formatCount(n)}`,
  };
}

/** A size of the funnel in words: `12`, or `€48,000`. */
export function sizeWords(size: number, measure: Measure): string {
  return measure === 'count' ? formatCount(size) : formatAmount(size, measure);
}

/** What a switch calls a measure. */
export function measureLabel(measure: Measure): string {
  if (measure === 'count') return 'Deals';
  return measure === NO_CURRENCY ? 'Value' : measure;
}
