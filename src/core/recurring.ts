import type { Money } from './money';

/** How often a value that recurs is paid. */
export const PERIODS = ['month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** How many of each are a year: what counts where a deal has no term. */
export const IN_A_YEAR: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };

/** A hundred years of months: longer than any contract, and short enough that no value becomes infinite. */
const LONGEST_TERM = 1200;

/** Whether it can be the number of periods that a contract runs. */
export function isTerm(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= LONGEST_TERM;
}

/** How many periods of a value count: those of its term, else those of a year. */
export function periodsOf(period: Period, term: number | undefined): number {
  return term ?? IN_A_YEAR[period];
}

/** What a contract is worth that pays `each` in every period. */
export function contractValue(each: Money, period: Period, term: number | undefined): Money {
  // Not 0.30000000000000004 for three times 0.1.
  return { ...each, amount: Number((each.amount * periodsOf(period, term)).toPrecision(15)) };
}

/** A term in other periods: 24 months are 2 years; `undefined` where it is no whole number of them. */
export function termIn(period: Period, term: number, from: Period): number | undefined {
  const converted = (term * IN_A_YEAR[period]) / IN_A_YEAR[from];
  return isTerm(converted) ? converted : undefined;
}
