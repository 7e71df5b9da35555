import type { Need } from '../core/metrics/inNeed';

/** How long a deal has been in its stage, where that is too long by the team's limit, by what is usual, or by both. */
export interface LongStay {
  readonly kind: 'longStay';
  /** Days, as the others. */
  readonly days: number;
  readonly limit?: number;
  /** Nine in ten of the stays there that have ended took no longer. */
  readonly p90?: number;
}

export type SaidNeed = Exclude<Need, { kind: 'stalled' | 'unusual' }> | LongStay;

/** What is wrong with a deal, with the two reasons that speak of its stay told as one. */
export function saidNeeds(needs: readonly Need[]): SaidNeed[] {
  const stalled = needs.find(need => need.kind === 'stalled');
  const unusual = needs.find(need => need.kind === 'unusual');
  const others = needs.filter(need => need.kind !== 'stalled' && need.kind !== 'unusual');
  const long = stalled ?? unusual;
  if (!long) return others;
  const stay: LongStay = {
    ...{ kind: 'longStay', days: long.days },
    ...(stalled && { limit: stalled.limit }),
    ...(unusual && { p90: unusual.p90 }),
  };
  return [stay, ...others];
}
