import { daysBetween, type CalendarDate } from '../../calendar';
import { sumIn, type Money } from '../../money';
import type { Process } from '../../process/process';
import type { ForecastReport } from '../forecast';
import { quarterOf } from '../periods';
import { together, type DealSum } from '../periodSums';

/** How the quarter stands that is running. Each category by itself. */
export interface RunningQuarter {
  /** `2026-Q4` */
  readonly quarter: string;
  /** Days from the day of the report to the last of the quarter; 0 on that day. */
  readonly daysLeft: number;
  readonly won: DealSum;
  readonly commit: DealSum;
  readonly bestCase: DealSum;
  /** `null` where the chosen deals have no quota. */
  readonly against: AgainstQuota | null;
}

/** Amounts in the currency of the quota; other currencies at the team's rates. */
export interface AgainstQuota {
  readonly quota: Money;
  readonly won: number;
  readonly commit: number;
  readonly bestCase: number;
  /** quota − won − commit − best case: what there is no deal for yet that is likely enough; 0 where they reach it. */
  readonly gap: number;
  /** The currencies that are left out, since the team has no rate for them. */
  readonly without: readonly string[];
}

export function runningQuarter(
  { quarters }: ForecastReport,
  process: Process,
  asOf: CalendarDate,
): RunningQuarter {
  const quarter = quarterOf(asOf);
  // A forecast always has the quarter that is running.
  const { single, last, coverage } = quarters.find(({ period }) => period === quarter)!;
  const sums = { won: single.closed, commit: single.commit, bestCase: single.best_case };
  const against = coverage && againstQuota(coverage.quota, sums, process);
  return { quarter, daysLeft: daysBetween(asOf, last), ...sums, against };
}

function againstQuota(
  quota: Money,
  sums: Readonly<Record<'won' | 'commit' | 'bestCase', DealSum>>,
  { currency, rates }: Process,
): AgainstQuota {
  const inQuota = ({ value }: DealSum) => sumIn(quota.currency, value, currency, rates);
  const [won, commit, bestCase] = [sums.won, sums.commit, sums.bestCase].map(
    sum => inQuota(sum).money.amount,
  ) as [number, number, number];
  const gap = Math.max(0, quota.amount - won - commit - bestCase);
  const { without } = inQuota(together(sums.won, sums.commit, sums.bestCase));
  return { quota, won, commit, bestCase, gap, without };
}
