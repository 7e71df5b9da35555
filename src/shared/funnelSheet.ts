import type { FunnelReport } from '../core/metrics/funnel';
import type { StageReport } from '../core/metrics/stageReport';
import type { ClosedDeals, Reason } from '../core/metrics/outcomes';

/** All that the funnel page shows of one pipeline: figures of the report, and what words it needs to speak of them. */
export interface FunnelSheet extends Pick<
  FunnelReport,
  'asOf' | 'files' | 'chain' | 'winRate' | 'cycle' | 'open'
> {
  readonly stages: readonly SheetStage[];
  readonly won: ClosedDeals;
  readonly lost: ClosedDeals & { readonly reasons: readonly Reason[] };
  /** Some of the files that need attention; `files.needsAttention` counts them all. */
  readonly attention: readonly AttentionFile[];
  /** Below this many cases a rate is shown as "too few". */
  readonly minSample: number;
}

export interface SheetStage extends Pick<
  StageReport,
  'stage' | 'reached' | 'pending' | 'lost' | 'conversion' | 'headroom' | 'open'
> {
  /** The team's name for it, on one line. */
  readonly label: string;
  readonly purpose: string;
}

export interface AttentionFile {
  readonly path: string;
  readonly reason: string;
  readonly line: number;
}
