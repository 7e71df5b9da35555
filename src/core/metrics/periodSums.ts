import { ascending } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { slipPeriodOf, type SlipPeriod } from '../changes/slips';
import type { Deal } from '../deal/deal';
import { addMoney, type Money, type MoneyMap } from '../money';
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
  private readonly sums: Map<string, PeriodSums>;

  /** @param sums what there is already */
  constructor(
    readonly kind: SlipPeriod,
    sums: Iterable<readonly [period: string, sums: PeriodSums]> = [],
  ) {
    this.sums = new Map(sums);
  }

  get all(): ReadonlyMap<string, PeriodSums> {
    return this.sums;
  }

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

export function addTo(sum: Sum, { value }: Pick<Deal, 'value'>): void {
  sum.count++;
  addMoney(sum.value, value);
}

export function sumOfPlanned(deals: readonly { readonly value: Money | null }[]): DealSum {
  const sum = emptySum();
  for (const { value } of deals) addTo(sum, { value: value ?? undefined });
  return sum;
}

export function together(...sums: readonly DealSum[]): Sum {
  const all = emptySum();
  for (const { count, value } of sums) {
    all.count += count;
    for (const [currency, amount] of Object.entries(value)) addMoney(all.value, { currency, amount });
  }
  return all;
}
