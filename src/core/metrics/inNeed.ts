import type { CalendarDate } from '../calendar';
import type { Money } from '../money';
import type { StageId } from '../process/stages';

/** One thing that is wrong with an open deal, with what it takes to say so in a sentence. Days are whole. */
export type Need =
  /** Longer in its stage than `limit` days. */
  | { readonly kind: 'stalled'; readonly days: number; readonly limit: number }
  /** Longer in its stage than nine of ten of the `n` stays there that have ended, `p90` days. */
  | { readonly kind: 'unusual'; readonly days: number; readonly p90: number; readonly n: number }
  | { readonly kind: 'idle'; readonly days: number; readonly limit: number }
  | { readonly kind: 'noNextStep' }
  | { readonly kind: 'nextStepOverdue'; readonly on: CalendarDate; readonly days: number }
  | { readonly kind: 'closeDatePassed'; readonly on: CalendarDate; readonly days: number }
  /** The close date was moved to a later day so often. */
  | { readonly kind: 'pushed'; readonly times: number }
  /** Exit criteria of the stage that are not met yet. */
  | { readonly kind: 'criteriaOpen'; readonly ids: readonly string[] };

export type NeedKind = Need['kind'];

/** An open deal that wants something done. */
export interface DealInNeed {
  readonly path: string;
  readonly title: string;
  readonly owner: string | null;
  readonly stage: StageId;
  readonly value: Money | null;
  readonly days: number | null;
  /** In the order in which `Need` names them. Never empty. */
  readonly needs: readonly Need[];
}
