import type { Journey } from './journey';
import { wilsonInterval } from './statistics';
import { ratio } from './statistics';

/** What became of some deals. */
export interface Fate {
  readonly n: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** won / (won + lost) */
  readonly winRate: number | null;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
}

export function fateOf(journeys: readonly Journey[]): Fate {
  const counts = { won: 0, lost: 0, open: 0 };
  for (const { deal } of journeys) counts[deal.status]++;
  const { won, lost } = counts;
  return {
    n: journeys.length,
    ...counts,
    winRate: ratio(won, won + lost),
    interval: wilsonInterval(won, won + lost),
  };
}
