import type { StageId } from '../process/stages';

/** The funnel with what deals are worth in the place of how many they are, in one currency. */
export interface ValueFunnel {
  /** How many deals it is made of. */
  readonly deals: number;
  readonly won: number;
  readonly stages: readonly ValueStage[];
  /** The product of the seven conversions. */
  readonly chain: number | null;
}

/** Sums of money. As with counts: reached(k) = reached(k+1) + pending(k) + lost(k). */
export interface ValueStage {
  readonly stage: StageId;
  readonly reached: number;
  readonly pending: number;
  readonly lost: number;
  readonly touched: number;
  readonly strict: number;
  readonly conversion: number | null;
  /** How many deals the conversion rests on. */
  readonly n: number;
}
