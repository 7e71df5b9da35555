import { DEALS, OPEN_DEALS } from '../counted';
import type { Say } from './say';

/** The figures that come first. */
export function headlineWords({ some, cases, range, period }: Say) {
  return {
    openValue: 'Open value',
    openDeals: (n: number) => some(n, OPEN_DEALS),
    weighted: 'Weighted',
    howWeighted: 'value × probability',
    winRate: 'Win rate',
    winRateCases: (n: number, interval: readonly [number, number] | null | false) =>
      `${cases(n)}${interval ? `, ${range(interval)}` : ''}`,
    cycle: 'Median cycle',
    cycleCases: (n: number) => `${cases(n)}, first contact to win`,
    velocity: 'Velocity',
    velocityCases: (n: number) => `per day, ${cases(n)}`,
    due: (quarter: string) => `Closing in ${period(quarter)}`,
    dueDeals: (n: number) => some(n, DEALS),
    /** Precede what the figure was before, for screen readers. */
    up: 'up from ',
    down: 'down from ',
    level: 'unchanged from ',
  };
}
