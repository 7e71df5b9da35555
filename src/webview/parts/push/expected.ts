import {
  DAYS_PER_MONTH,
  expectation,
  type Expectation,
  type WhatIfBase,
  type WhatIfChange,
} from '../../../core/metrics/whatIf';

/** One figure that is to be expected: as things are, and with what is assumed. */
export interface ExpectedChange {
  readonly kind: 'wins' | 'value' | 'velocity' | 'cycle' | 'winRate';
  /** Of a sum of money. */
  readonly currency?: string;
  /** `null` where it is not known. Wins and values a month, velocity a day, the cycle in days, the win rate of 1. */
  readonly before: number | null;
  readonly after: number | null;
  /** The fewest cases that it rests on, and whether these are too few. */
  readonly n: number;
  readonly isTooFew: boolean;
}

/** What the model expects, figure by figure. */
export function resultsOf(base: WhatIfBase, change: WhatIfChange, minSample: number): ExpectedChange[] {
  const before = expectation(base);
  const after = expectation(base, change);
  const decided = Math.min(...base.steps.map(({ n }) => n));
  const result = (
    kind: ExpectedChange['kind'],
    of: (expected: Expectation) => number | null,
    n: number,
    currency?: string,
  ): ExpectedChange => ({
    ...{ kind, before: of(before), after: of(after), n },
    isTooFew: n < minSample,
    ...(currency !== undefined && { currency }),
  });
  const perMonth = (perDay: number | null) => (perDay === null ? null : perDay * DAYS_PER_MONTH);
  const money = Object.entries(base.money);
  return [
    result('wins', ({ winsPerDay }) => perMonth(winsPerDay), decided),
    ...money.map(([currency, { won }]) =>
      result(
        'value',
        ({ valuePerDay }) => perMonth(valuePerDay[currency] ?? null),
        Math.min(won, decided),
        currency,
      ),
    ),
    ...money.map(([currency, { won }]) =>
      result('velocity', ({ velocity }) => velocity[currency] ?? null, won, currency),
    ),
    result('cycle', ({ cycle }) => cycle, base.cycle.n),
    result('winRate', ({ winRate }) => winRate, base.winRate.n),
  ];
}
