import { distance } from 'fastest-levenshtein';

/** The candidate that `name` was probably meant to be, if one is near enough to be worth naming. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  return suggestions(name, candidates)[0];
}

/** All candidates that are near enough, the nearest first. */
export function suggestions(name: string, candidates: readonly string[]): string[] {
  if (!name || name.length > 80) return [];
  const lower = name.toLowerCase();
  return candidates
    .map(candidate => ({ candidate, away: distance(lower, candidate) }))
    .filter(({ candidate, away }) => away <= Math.max(1, Math.round(candidate.length / 3)))
    .sort((a, b) => a.away - b.away)
    .map(({ candidate }) => candidate);
}
