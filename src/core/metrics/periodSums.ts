import { ascending } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { slipPeriodOf, type SlipPeriod } from '../changes/slips';
import type { Deal } from '../deal/deal';
import { addMoney, type MoneyMap } from '../money';
import type { Category } from './category';

export interface DealSum {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
}

/** One that is being added up. */
export interface Sum {
  count: number;
  value: MoneyMap;
}

export type Sums = Readonly<Record<Category, Sum>>;

export interface PeriodSums {
  readonly single: Sums;
  readonly slipped: Sum;
}

/** The months, or the quarters, that there is something in. */
export class Periods {
  private readonly sums = new Map<string, PeriodSums>();

  constructor(readonly kind: SlipPeriod) {}

  on(day: CalendarDate): PeriodSums {
    return this.get(slipPeriodOf(day, this.kind));
  }

  get(period: string): PeriodSums {
    let own = this.sums.get(period);
    if (!own) this.sums.set(period, (own = { single: emptySums(), slipped: emptySum() }));
    return own;
  }

  map<T>(report: (period: string, sums: PeriodSums) => T): T[] {
    return [...this.sums].sort(([a], [b]) => ascending(a, b)).map(([period, sums]) => report(period, sums));
  }
}

export function emptySum(): Sum {
  return { count: 0, value: {} };
}

export function emptySums(): Sums {
  return {
    closed: emptySum(),
    commit: emptySum(),
    best_case: emptySum(),
    pipeline: emptySum(),
    omitted: emptySum(),
  };
}

export function addTo(sum: Sum, { value }: Deal): void {
  sum.count++;
  addMoney(sum.value, value);
}

export function together(...sums: readonly DealSum[]): Sum {
  const all = emptySum();
  for (const { count, value } of sums) {
    all.count += count;
    for (const [currency, amount] of Object.entries(value)) addMoney(all.value, { currency, amount });
  }
  return all;
}
