import type { Report } from '../core/metrics/report';
import { isThin } from '../core/metrics/thin';

/** What is drawn: the number of deals, their worth in one currency, or in all as one sum in the team's, such as `≈EUR`. */
export type Measure = 'count' | string;

const AS_ONE = '≈';

/** The measure for the worth in all currencies as one sum at the team's rates. */
export function asOneIn(currency: string): Measure {
  return `${AS_ONE}${currency}`;
}

export function isAsOne(measure: Measure): boolean {
  return measure.startsWith(AS_ONE);
}

/** What amounts in a measure are in. */
export function currencyOf(measure: Measure): string {
  return measure.slice(isAsOne(measure) ? AS_ONE.length : 0);
}

export const PATHS = ['reached', 'touched', 'strict'] as const;
/** Which deals are in a stage of the drawing: see the definitions. */
export type FunnelPath = (typeof PATHS)[number];

/** One bar of the funnel with the conversion below it. */
export interface FunnelStep {
  /** What the bar is as long as. */
  readonly size: number;
  /** Of that, open and not further yet; on the other paths than `reached`, 0. */
  readonly pending: number;
  readonly lost: number;
  /** How many of the decided went on: none on the other paths, where it means nothing. */
  readonly conversion: Conversion | undefined;
}

export interface Conversion {
  readonly wentOn: number;
  /** Reached, less those that are pending. */
  readonly decided: number;
  readonly rate: number | null;
  /** The deals that it rests on; with money, not the same as `decided`. */
  readonly n: number;
  readonly isTooFew: boolean;
}

/** The seven stages, and the won deals as the last. */
export function funnelSteps(
  report: Report,
  measure: Measure,
  path: FunnelPath,
  minSample: number,
): FunnelStep[] {
  const money = measure === 'count' ? undefined : report.byValue[measure];
  const stages = money?.stages ?? report.stages;
  // Won deals whose path is not known are in no stage, and so not at its end.
  const last = stages.at(-1)!;
  const won = money?.won ?? last.reached - last.pending - last.lost;
  const steps = stages.map((stage, k): FunnelStep => {
    if (path !== 'reached') return { size: stage[path], pending: 0, lost: 0, conversion: undefined };
    const { conversion: rate, lost, n, pending, reached } = stage;
    const wentOn = stages[k + 1]?.reached ?? won;
    const isTooFew = n > 0 && isThin({ n, touched: report.stages[k]!.touched }, minSample);
    const conversion = { wentOn, decided: reached - pending, rate, n, isTooFew };
    return { size: reached, pending, lost, conversion };
  });
  return [...steps, { size: won, pending: 0, lost: 0, conversion: undefined }];
}
