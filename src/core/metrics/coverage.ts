import type { Money } from '../money';
import type { DealSum } from './periodSums';
import { ratio } from './statistics';

/** All in the currency of the quota. */
export interface Coverage {
  readonly quota: Money;
  readonly won: number;
  /** quota − won; 0 where it is met. */
  readonly missing: number;
  readonly open: number;
  /** open / missing; `null` where nothing is missing. */
  readonly coverage: number | null;
}

export function coverageOf(quota: Money, closed: DealSum, openPipeline: DealSum): Coverage {
  const won = closed.value[quota.currency] ?? 0;
  const open = openPipeline.value[quota.currency] ?? 0;
  const missing = Math.max(0, quota.amount - won);
  return { quota, won, missing, open, coverage: ratio(open, missing) };
}
