import type { Money } from '../money';
import type { StageId } from '../process/stages';

/** One open deal in time: a point of a chart. */
export interface OpenDeal {
  readonly path: string;
  readonly title: string;
  readonly owner: string | null;
  readonly value: Money | null;
  readonly stage: StageId;
  /** Days in the stage it is in; `null` where nobody knows. */
  readonly days: number | null;
  /** Days since it was last touched. */
  readonly daysIdle: number | null;
  /** Longer in the stage than the team finds healthy: the stage's `stalled_after`. */
  readonly stalled: boolean;
  /** Untouched for longer than the stage's `idle_after`, and nothing planned. */
  readonly idle: boolean;
  /** Longer in the stage than nine of ten stays there that have ended, if there are enough of them. */
  readonly unusual: boolean;
}
