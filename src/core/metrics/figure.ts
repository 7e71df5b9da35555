import type { Status } from '../process/outcome';
import type { StageId } from '../process/stages';
import type { DeviationKind } from './deviations';
import type { Category } from './category';
import type { Move } from './journey';
import type { NeedKind } from './inNeed';

/**
 * A figure that somebody may point at, to see the deals behind it. A rate stands for what it is a rate of: its n. With a
 * `currency`, only deals with a value in it.
 */
export type Figure =
  | { readonly kind: 'stage'; readonly of: StageFigure; readonly stage: StageId; readonly currency?: string }
  /** All deals of the report, or those that are open, won or lost. */
  | { readonly kind: 'deals'; readonly status?: Status; readonly currency?: string }
  /** `n` of the win rate: won and lost. */
  | { readonly kind: 'winRate'; readonly currency?: string }
  /** `n` of the cycle: won deals with known days. */
  | { readonly kind: 'cycle' }
  /** Lost deals by reason, in one stage or in all; `null` where no reason is given. */
  | { readonly kind: 'lostFor'; readonly reason: string | null; readonly stage?: StageId }
  /** Lost for none of these reasons. */
  | {
      readonly kind: 'lostForOthers';
      readonly reasons: readonly (string | null)[];
      readonly stage?: StageId;
    }
  /** A deal that stayed twice is there twice. */
  | { readonly kind: 'stays'; readonly stage: StageId; readonly open: boolean }
  | { readonly kind: 'condition'; readonly is: 'stalled' | 'idle' | 'unusual'; readonly stage?: StageId }
  /** A deal that moved so twice is there twice. */
  | { readonly kind: 'flow'; readonly from: StageId; readonly to: StageId }
  | { readonly kind: 'moves'; readonly move?: Move }
  /** Deals behind the fate of those that moved so; each once. */
  | { readonly kind: 'moved'; readonly from: StageId; readonly to: StageId; readonly status?: Status }
  | { readonly kind: 'conforming'; readonly status?: Status }
  | { readonly kind: 'deviation'; readonly deviation: DeviationKind; readonly status?: Status }
  | { readonly kind: 'missed'; readonly stage: StageId; readonly status?: Status }
  | { readonly kind: 'variant'; readonly stages: readonly StageId[]; readonly status?: Status }
  /** Deals that began in the window of the what-if model. */
  | { readonly kind: 'entries' }
  | { readonly kind: 'inNeed'; readonly need?: NeedKind }
  /** `period`: as the forecast names it; `null` for what has no date. */
  | {
      readonly kind: 'forecast';
      readonly period: string | null;
      readonly of: ForecastSum;
      readonly currency?: string;
    }
  | { readonly kind: 'slipped'; readonly period: string; readonly currency?: string }
  /** Due up to the end of this quarter, as the headline says it now. */
  | { readonly kind: 'due' }
  | { readonly kind: 'withoutValue' }
  /** Deals of the pipeline that the filter leaves out. */
  | { readonly kind: 'leftOut' };

/** `conversion`: its n; `open`: in the stage now; `lostIn`: in the stage when they were lost. */
export type StageFigure =
  'reached' | 'pending' | 'lost' | 'touched' | 'strict' | 'conversion' | 'open' | 'lostIn';

/** A category by itself, or one of the three sums. */
export type ForecastSum = Category | 'upToCommit' | 'upToBestCase' | 'openPipeline';
