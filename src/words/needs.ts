import type { Need } from '../core/metrics/inNeed';
import type { ToDoReason } from '../core/metrics/today/whatToDo';

/** How long a deal has been in its stage, where that is too long by the team's limit, by what is usual, or by both. */
export interface LongStay {
  readonly kind: 'longStay';
  /** Days, as the others. */
  readonly days: number;
  readonly limit?: number;
  /** Nine in ten of the stays there that have ended took no longer. */
  readonly p90?: number;
}

type Said<R extends ToDoReason> = Exclude<R, { kind: 'stalled' | 'unusual' }> | LongStay;
export type SaidNeed = Said<Need>;
export type SaidReason = Said<ToDoReason>;

/** What is wrong with a deal, with the two reasons that speak of its stay told as one, where the first of them stands. */
export function saidNeeds<R extends ToDoReason>(reasons: readonly R[]): Said<R>[] {
  const all: readonly ToDoReason[] = reasons;
  const stalled = all.find(reason => reason.kind === 'stalled');
  const unusual = all.find(reason => reason.kind === 'unusual');
  const long = all.find(reason => reason === stalled || reason === unusual);
  return reasons.flatMap((reason): Said<R>[] => {
    if (reason.kind !== 'stalled' && reason.kind !== 'unusual') return [reason as Said<R>];
    if (reason !== long) return [];
    return [
      {
        ...{ kind: 'longStay', days: reason.days },
        ...(stalled && { limit: stalled.limit }),
        ...(unusual && { p90: unusual.p90 }),
      } satisfies LongStay,
    ];
  });
}
