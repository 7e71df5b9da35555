import type { StaysReport } from '../../../core/metrics/stays';
import type { DayScale } from './dayScale';

/** The height of a strip, in px: all stays that have ended. */
export const STRIP = 18;

/** A part of a strip: as high as the share of stays that lasted longer than where it begins. */
export interface StripStep {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** The ended stays of a stage as a stair: it goes down where a quarter, a half, three quarters of them had ended. */
export function stripOf({ p25, median, p75, p90 }: StaysReport, { at }: DayScale): StripStep[] {
  if (p25 === null) return [];
  const stair = [
    [0, p25, 1],
    [p25, median!, 0.75],
    [median!, p75!, 0.5],
    [p75!, p90!, 0.25],
  ] as const;
  return stair
    .map(([from, to, share]) => ({ x: at(from), width: at(to) - at(from), height: STRIP * share }))
    .filter(({ width }) => width > 0);
}
