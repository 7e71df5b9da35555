import { payoffs, type Payoff } from '../../../core/metrics/payoffs';
import type { WhatIfBase } from '../../../core/metrics/whatIf';
import type { StageId } from '../../../core/process/stages';

/** Which single step pays most, or why that cannot be told. */
export type BestStepAnswer =
  | { readonly kind: 'noDays' }
  /** Nobody was decided there yet. */
  | { readonly kind: 'unknown'; readonly stages: readonly StageId[] }
  /** Nobody ever went on from there: a tenth of nothing is nothing. */
  | { readonly kind: 'blocked'; readonly stages: readonly StageId[] }
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'noLoss' }
  | {
      readonly kind: 'step';
      readonly payoff: Payoff;
      /** Steps that would pay as much or more, but rest on too few deals to be told. */
      readonly uncertain: readonly StageId[];
      /** How many other steps bring the same. */
      readonly equals: number;
    };

export function bestStep(base: WhatIfBase, minSample: number): BestStepAnswer {
  const stagesWith = (conversion: number | null) =>
    base.steps.filter(step => step.conversion === conversion).map(({ stage }) => stage);
  if (!base.entriesPerDay) return { kind: 'noDays' };
  if (base.chain === null) return { kind: 'unknown', stages: stagesWith(null) };
  if (base.chain === 0) return { kind: 'blocked', stages: stagesWith(0) };
  const all = payoffs(base);
  if (all.every(({ gain }) => gain === 0)) return { kind: 'noLoss' };
  const at = all.findIndex(({ gain, seen }) => seen >= minSample && gain > 0);
  const payoff = all[at];
  if (!payoff) return { kind: 'tooFew' };
  return {
    ...{ kind: 'step', payoff },
    uncertain: all.slice(0, at).map(({ stage }) => stage),
    equals: all.filter(({ gain, seen }) => seen >= minSample && gain === payoff.gain).length - 1,
  };
}
