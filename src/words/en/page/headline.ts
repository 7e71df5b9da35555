import { DEALS, OPEN_DEALS } from '../counted';
import type { Say } from './say';

/** The figures that come first. */
export function headlineWords({
  amount,
  cases,
  dayBeside,
  difference: percent,
  period,
  range,
  signed,
  some,
}: Say) {
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
    overdue: 'Overdue from before:',
    dueDeals: (n: number) => some(n, DEALS),
    /** `+€5,000 (+1%) since 30 Sep` */
    changed: (change: string, since: string, now: string) => `${change} since ${dayBeside(since, now)}`,
    unchanged: (since: string, now: string) => `unchanged since ${dayBeside(since, now)}`,
    ofAmount: (difference: number, currency: string, share: number | null) => {
      const sign = difference > 0 ? '+' : '−';
      const part = share === null || Math.abs(share) < 0.005 ? '' : ` (${percent(share)})`;
      return `${sign}${amount(Math.abs(difference), currency)}${part}`;
    },
    ofDays: (difference: number) => `${signed(difference)} ${Math.abs(difference) === 1 ? 'day' : 'days'}`,
    /** One sum of several currencies, at the team’s rates. */
    about: (sum: string) => `≈ ${sum}`,
    without: (currencies: readonly string[]) => `without ${currencies.join(', ')}: no rate`,
  };
}
