import type { Status } from '../process/outcome';
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

/** How many are won, lost and open. */
export type FateTally = Record<Status, number>;

export const noFate = (): FateTally => ({ won: 0, lost: 0, open: 0 });

export function fateOf({ won, lost, open }: Readonly<FateTally>): Fate {
  return {
    n: won + lost + open,
    ...{ won, lost, open },
    winRate: ratio(won, won + lost),
    interval: wilsonInterval(won, won + lost),
  };
}
