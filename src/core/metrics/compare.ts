import type { StageId } from '../process/stages';

/** The figures of two reports, side by side: two owners, two quarters, two sources. */
export interface ComparedRate {
  readonly figure: 'winRate' | 'conversion';
  /** The stage of a conversion. */
  readonly stage: StageId | null;
  readonly left: RateWithN;
  readonly right: RateWithN;
  /** right − left */
  readonly difference: number | null;
  /** Their 95 % intervals have nothing in common: the difference is hardly chance. */
  readonly clear: boolean;
}

export interface RateWithN {
  readonly rate: number | null;
  readonly n: number;
  readonly interval: readonly [number, number] | null;
}

export interface ComparedTime {
  readonly figure: 'cycle' | 'stay';
  /** The stage of a stay. */
  readonly stage: StageId | null;
  /** Medians, in days. */
  readonly left: { readonly median: number | null; readonly n: number };
  readonly right: { readonly median: number | null; readonly n: number };
  readonly difference: number | null;
}

export interface Comparison {
  readonly rates: readonly ComparedRate[];
  readonly times: readonly ComparedTime[];
}
