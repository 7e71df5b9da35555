import { closest, distance } from 'fastest-levenshtein';

/** The candidate that `name` was probably meant to be, if one is near enough to be worth naming. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  if (!name || name.length > 80 || candidates.length === 0) return undefined;
  const lower = name.toLowerCase();
  const best = closest(lower, candidates as string[]);
  return distance(lower, best) <= Math.max(1, Math.round(best.length / 3)) ? best : undefined;
}
