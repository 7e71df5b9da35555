import { sumIn, type Money } from '../money';
import type { Process } from '../process/process';
import { together, type DealSum } from './periodSums';
import { ratio } from './statistics';

/** All in the currency of the quota; other currencies at the team's rates. */
export interface Coverage {
  readonly quota: Money;
  readonly won: number;
  /** quota − won; 0 where it is met. */
  readonly missing: number;
  readonly open: number;
  /** open / missing; `null` where nothing is missing. */
  readonly coverage: number | null;
  /** The currencies that are left out, since the team has no rate for them. */
  readonly without: readonly string[];
}

export function coverageOf(
  quota: Money,
  closed: DealSum,
  openPipeline: DealSum,
  { currency, rates }: Pick<Process, 'currency' | 'rates'>,
): Coverage {
  const sum = ({ value }: DealSum) => sumIn(quota.currency, value, currency, rates);
  const won = sum(closed).money.amount;
  const open = sum(openPipeline).money.amount;
  const missing = Math.max(0, quota.amount - won);
  const { without } = sum(together(closed, openPipeline));
  return { quota, won, missing, open, coverage: ratio(open, missing), without };
}
