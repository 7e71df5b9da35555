import { addDays } from '../../../src/core/calendar';
import type { Deal } from '../../../src/core/deal/deal';
import { dealWith } from './deals';

/** The worked example of the metrics' definitions, a deal a row. Day 0 is 2026-01-01, all values are EUR. */
const ROWS = [
  ['A', 12_000, 'L0 P2 Q5 N10 R20 O30 C38 won40'],
  ['B', 6_000, 'L0 P4 Q6 R16 C26 won30'],
  ['C', 8_000, 'L5 P10 Q12 N20 R30 N36 R44 lost50'],
  ['D', 4_000, 'L10 P13 lost23'],
  ['E', 10_000, 'L20 P26 Q30 N42'],
  ['F', 20_000, 'L25 P28 Q38 N43 R47 O55'],
] as const;

export const WORKED_EXAMPLE: readonly Deal[] = ROWS.map(([title, amount, history]) =>
  dealWith(history, { path: `${title}.md`, title, value: { amount, currency: 'EUR' } }),
);

/** The worked example's day of report, 2026-03-01. */
export const AS_OF = addDays(WORKED_EXAMPLE[0]!.history[0]!.on, 59);

/** The same as deals of their own, of which nothing is remembered from another test. */
export function workedExample(): Deal[] {
  return WORKED_EXAMPLE.map(deal => ({ ...deal }));
}
