import type { ForecastSum } from '../../../core/metrics/figure';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { DealSum } from '../../../core/metrics/periodSums';
import type { Measure } from '../../conversion';

/** What a bar is made of, from the bottom up: the surer, the lower, and the more ink it has. */
export const STACK = ['closed', 'commit', 'best_case', 'pipeline'] as const;
export type Stacked = (typeof STACK)[number];

export const MODES = ['single', 'cumulative'] as const;
/** Each category by itself, or what adds up. */
export type Mode = (typeof MODES)[number];

/** The sums that a way of counting shows. */
export const SUMS: Readonly<Record<Mode, readonly ForecastSum[]>> = {
  single: STACK,
  cumulative: ['closed', 'upToCommit', 'upToBestCase', 'openPipeline'],
};

/** Which categories a sum is made of; none for those that are drawn nowhere. */
export const PARTS: Readonly<Record<ForecastSum, readonly Stacked[]>> = {
  closed: ['closed'],
  commit: ['commit'],
  best_case: ['best_case'],
  pipeline: ['pipeline'],
  omitted: [],
  upToCommit: ['closed', 'commit'],
  upToBestCase: ['closed', 'commit', 'best_case'],
  openPipeline: ['commit', 'best_case', 'pipeline'],
};

export function sumOf({ single, cumulative }: ForecastPeriod, of: ForecastSum): DealSum {
  switch (of) {
    case 'upToCommit':
      return cumulative.commit;
    case 'upToBestCase':
      return cumulative.bestCase;
    case 'openPipeline':
      return cumulative.openPipeline;
    default:
      return single[of];
  }
}

/** As many deals, or as much money in one currency. */
export function sizeIn({ count, value }: DealSum, measure: Measure): number {
  return measure === 'count' ? count : (value[measure] ?? 0);
}
