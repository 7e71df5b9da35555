import type { Conversion } from './conversion';
import { formatCount, formatRate, NOTHING_TO_DIVIDE_BY } from './format';

/** The rate, and the cases that it rests on. A rate of too few cases is not told. */
export function conversionWords({ wentOn, decided, rate, isTooFew }: Conversion): {
  rate: string;
  cases: string;
} {
  if (rate === null) return { rate: NOTHING_TO_DIVIDE_BY, cases: '' };
  return {
    rate: isTooFew ? 'too few' : formatRate(rate),
    cases: `${formatCount(wentOn)} of ${formatCount(decided)}`,
  };
}
