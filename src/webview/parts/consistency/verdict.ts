import type { Fate } from '../../../core/metrics/fate';

/** How the win rate of some deals compares with that of those that kept to the path. */
export type Verdict = 'tooFew' | 'alike' | 'lower' | 'higher';

/** Different only where the two 95 % intervals have nothing in common: less may well be chance. */
export function compareFates(had: Fate, conforming: Fate, minSample: number): Verdict {
  if (isTooFew(had, minSample) || isTooFew(conforming, minSample)) return 'tooFew';
  if (!had.interval || !conforming.interval) return 'tooFew';
  if (had.interval[1] < conforming.interval[0]) return 'lower';
  if (had.interval[0] > conforming.interval[1]) return 'higher';
  return 'alike';
}

export function isTooFew({ won, lost }: Fate, minSample: number): boolean {
  return won + lost < Math.max(1, minSample);
}
