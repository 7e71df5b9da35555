import { scaleLinear } from 'd3-scale';
import type { OpenDeal } from '../../../core/metrics/openDeals';
import type { StageReport } from '../../../core/metrics/stageReport';

/** Where days lie in the drawing, the same for all seven stages. */
export interface DayScale {
  /** In px; what is longer than `end` lies behind `beyond`. */
  readonly at: (days: number) => number;
  /** The last day that has a place of its own. */
  readonly end: number;
  readonly ticks: readonly number[];
  /** Where the place for what is longer begins, in px; `undefined` where nothing is. */
  readonly beyond: number | undefined;
  readonly width: number;
}

/** Room at both sides for a mark at the first and at the last day. */
const SIDE = 8;
export const BEYOND = 56;
/** A few deals that nobody closed must not press all others together: so often beyond what is usual, the scale is cut. */
const USUAL = 2.5;
const CUT = 1.5;
const PX_A_TICK = 90;

/** @param limits `stalled_after` of the stages, in days */
export function dayScale(
  stages: readonly StageReport[],
  openDeals: readonly Pick<OpenDeal, 'days'>[],
  limits: readonly number[],
  width: number,
): DayScale {
  const usual = Math.max(
    1,
    ...limits,
    ...stages.flatMap(({ stays }) => [stays.p75 ?? 0, longerMedian(stays)]),
  );
  const longest = openDeals.reduce(
    (most, { days }) => Math.max(most, days ?? 0),
    Math.max(usual, ...stages.map(({ stays }) => stays.p90 ?? 0)),
  );
  const isCut = longest > usual * USUAL;
  const end = isCut ? Math.ceil(usual * CUT) : longest;
  const right = Math.max(SIDE, width - SIDE - (isCut ? BEYOND : 0));
  const scale = scaleLinear([0, end], [SIDE, right]);
  return {
    at: days => scale(Math.min(days, end)),
    end,
    ticks: scale.ticks(Math.max(2, Math.floor(width / PX_A_TICK))).filter(Number.isInteger),
    beyond: isCut ? right + SIDE : undefined,
    width,
  };
}

function longerMedian({ kaplanMeierMedian }: StageReport['stays']): number {
  return kaplanMeierMedian ?? 0;
}
