import { scaleLinear } from 'd3-scale';

/** What a slider turns, in the unit that it shows: percent, days, deals a month. */
export interface Dial {
  /** How it is; `null` where that is not known. */
  readonly was: number | null;
  /** What is assumed instead; `undefined` where nothing is. */
  readonly wanted: number | undefined;
  readonly max: number;
  readonly step: number;
}

export const PERCENT = { max: 100, step: 1 } as const;

/** From 0 to a round number, in some dozens of steps, so that `largest` has as much room above as below. */
export function dialFor(largest: number): Pick<Dial, 'max' | 'step'> {
  const [, max] = scaleLinear([0, largest > 0 ? largest * 2 : 10], [0, 1])
    .nice(5)
    .domain();
  return { max: max!, step: 10 ** (Math.floor(Math.log10(max!)) - 1) };
}

/** Where the thumb stands: on the nearest step. Where nothing is known, it waits in the middle. */
export function positionOf({ was, wanted, max, step }: Dial): number {
  const value = wanted ?? was ?? max / 2;
  return Math.min(max, Number((Math.round(value / step) * step).toPrecision(12)));
}

/** What is assumed when the thumb is moved: nothing where it is back at its place. */
export function turned(dial: Dial, to: number): number | undefined {
  const isBack = dial.was !== null && to === positionOf({ ...dial, wanted: undefined });
  return isBack ? undefined : to;
}
