import { CALLS } from '../calls';
import type { Say } from './say';

/** Of an owner, or the team: how near the final calls came on average. */
interface Average {
  readonly owner: string | null;
  readonly mean: number;
  /** So many quarters. */
  readonly n: number;
  readonly isThin: boolean;
}

/** Forecast calls, against what came. */
export function callWords({ rate }: Say) {
  return {
    ...CALLS,
    set: 'Set Forecast Call…',
    empty: 'No calls yet. A call is what an owner says the quarter will bring.',
    averages: (all: readonly Average[]) => {
      if (all.every(({ isThin }) => isThin)) return `${CALLS.average}: too few quarters yet.`;
      const each = all.map(({ owner, mean, n, isThin }) => {
        const figure = isThin ? 'too few' : rate(mean);
        return `${owner ?? CALLS.team} ${figure} (${CALLS.ofQuarters(n)})`;
      });
      return `${CALLS.average}: ${each.join(', ')}.`;
    },
  };
}
