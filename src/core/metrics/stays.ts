import { quantileSorted } from 'd3-array';
import { kaplanMeierMedian, ratio } from './statistics';

/** How long deals stay in one stage, in days. */
export interface StaysReport {
  readonly completed: number;
  readonly mean: number | null;
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly open: number;
  /** With the open stays taken into account; `null` where there are none, or too few have ended. */
  readonly kaplanMeierMedian: number | null;
  /** Of completed and open stays. */
  readonly totalDays: number;
}

/** Takes the days of each stay, in any order. */
export function staysReport(completed: readonly number[], open: readonly number[]): StaysReport {
  const ended = ascending(completed);
  const running = ascending(open);
  const endedDays = sumOf(ended);
  return {
    completed: ended.length,
    mean: ratio(endedDays, ended.length),
    p25: quantileOf(ended, 0.25),
    median: quantileOf(ended, 0.5),
    p75: quantileOf(ended, 0.75),
    p90: quantileOf(ended, 0.9),
    open: running.length,
    kaplanMeierMedian: running.length ? kaplanMeierMedian(ended, running) : null,
    totalDays: endedDays + sumOf(running),
  };
}

/** Whether the open stays make the median another one: that of the ended alone makes a stage look quicker than it is. */
export function changesWithOpen({
  median,
  open,
  kaplanMeierMedian,
}: Pick<StaysReport, 'median' | 'open' | 'kaplanMeierMedian'>): boolean {
  return open > 0 && median !== null && kaplanMeierMedian !== median;
}

/** linear between the two nearest. */
function quantileOf(sorted: Float64Array, p: number): number | null {
  return quantileSorted(sorted as unknown as number[], p) ?? null;
}

/** Typed arrays sort numbers several times as fast. */
function ascending(days: readonly number[]): Float64Array {
  return Float64Array.from(days).sort();
}

function sumOf(days: Float64Array): number {
  let sum = 0;
  for (const one of days) sum += one;
  return sum;
}
