import type { StageId } from '../process/stages';
import { chainOf } from './reach';
import type { WhatIfBase } from './whatIf';

/** What one better step would bring, all else as it is. */
export interface Payoff {
  readonly stage: StageId;
  readonly from: number;
  /** Never above 1. */
  readonly to: number;
  /** It stops at 1 before the whole improvement. */
  readonly capped: boolean;
  readonly winsPerDay: number;
  /** By how much the chain grows, as a fraction of what it is. */
  readonly gain: number;
  /** How many more deals a day would have to get past this step for it. */
  readonly savedPerDay: number;
  /** Deals that the conversion rests on. */
  readonly n: number;
  /** By how many of them it can be told. */
  readonly seen: number;
}

/** As a fraction of what the conversion is. */
const IMPROVEMENT = 0.1;

/**
 * Which single step pays most, if its conversion were better by a tenth of what it is. A chain is a product: every step
 * with room for a tenth brings the same tenth more wins. What sets them apart is how many deals have to be saved for it,
 * fewer the later the step; so the largest gain comes first, and of equal gains the one that needs the fewest deals.
 * Empty where the chain is not known.
 */
export function payoffs(base: WhatIfBase): Payoff[] {
  const { chain, entriesPerDay } = base;
  if (chain === null || entriesPerDay === null) return [];
  const conversions = base.steps.map(({ conversion }) => conversion!);
  return base.steps
    .map(({ stage, n, seen }, k): Payoff => {
      const from = conversions[k]!;
      const better = from * (1 + IMPROVEMENT);
      const to = Math.min(1, better);
      const arriving = entriesPerDay * chainOf(conversions.slice(0, k))!;
      return {
        ...{ stage, from, to, n, seen, capped: better > 1 },
        winsPerDay: entriesPerDay * chainOf(conversions.with(k, to))!,
        // Not worked out where it is known: gains that are equal are to be so to the last digit.
        gain: from === 0 ? 0 : better > 1 ? 1 / from - 1 : IMPROVEMENT,
        savedPerDay: arriving * (to - from),
      };
    })
    .sort((a, b) => b.gain - a.gain || a.savedPerDay - b.savedPerDay);
}
