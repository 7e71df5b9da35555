import { ratio } from './statistics';

/** How far deals got, by the seven stages: in deals, or in what they are worth. */
export interface Reach {
  /** Eight of them: behind the last stage stands what was won. */
  readonly reached: readonly number[];
  /** What the conversions are parts of: reached − pending. */
  readonly bases: readonly number[];
  readonly conversions: readonly (number | null)[];
  readonly chain: number | null;
}

/** reached(k) = reached(k+1) + pending(k) + lost(k); conversion(k) = reached(k+1) / (reached(k) − pending(k)). */
export function reachOf(
  won: number,
  stages: readonly { readonly pending: number; readonly lost: number }[],
): Reach {
  const reached = [won];
  // Money has fractions: a base is summed up from what is in it, so that it is 0 where nothing is.
  const bases: number[] = [];
  for (const { pending, lost } of stages.toReversed()) {
    bases.unshift(reached[0]! + lost);
    reached.unshift(bases[0]! + pending);
  }
  const conversions = bases.map((base, k) => ratio(reached[k + 1]!, base));
  return { reached, bases, conversions, chain: chainOf(conversions) };
}

/** The product of all conversions; none where one of them has nothing to divide by. */
export function chainOf(conversions: readonly (number | null)[]): number | null {
  return conversions.reduce(
    (product, rate) => (product === null || rate === null ? null : product * rate),
    1,
  );
}
