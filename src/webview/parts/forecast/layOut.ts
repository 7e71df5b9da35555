import { scaleLinear } from 'd3-scale';
import type { ForecastSum } from '../../../core/metrics/figure';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { PARTS, sizeIn, STACK, SUMS, sumOf, type Mode, type Stacked } from './sums';

/** In px. */
export const HEIGHT = 200;
const WIDEST_BAR = 44;
const GAP = 3;

export interface BarPart {
  readonly category: Stacked;
  /** What a click on it shows. */
  readonly of: ForecastSum;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PeriodBar {
  readonly period: ForecastPeriod;
  readonly x: number;
  readonly width: number;
  readonly parts: readonly BarPart[];
  /** Where the line of the quota is; `undefined` where there is none in this measure. */
  readonly quota: number | undefined;
}

export interface ForecastLayout {
  readonly columns: readonly PeriodBar[];
  readonly ticks: readonly { readonly size: number; readonly y: number }[];
}

/**
 * The bars of the periods: one for each, of its four categories on top of each other; or, where they add up, one for each
 * of the three sums, made of the categories in it.
 */
export function layOutPeriods(
  periods: readonly ForecastPeriod[],
  measure: Measure,
  mode: Mode,
  width: number,
): ForecastLayout {
  const bars: readonly ForecastSum[] = SUMS.cumulative.slice(1);
  const quotaOf = ({ coverage }: ForecastPeriod) =>
    coverage?.quota.currency === measure ? coverage.quota.amount : undefined;
  const most = Math.max(
    0,
    ...periods.flatMap(period => [
      quotaOf(period) ?? 0,
      ...(mode === 'single'
        ? [total(period, STACK, measure)]
        : bars.map(of => total(period, PARTS[of], measure))),
    ]),
  );
  const scale = scaleLinear([0, most || 1], [HEIGHT, 0]).nice(4);
  const each = periods.length ? width / periods.length : 0;
  const columns = periods.map((period, at): PeriodBar => {
    const x = at * each;
    const quota = quotaOf(period);
    const full = Math.min(each * 0.72, mode === 'single' ? WIDEST_BAR : WIDEST_BAR * 2);
    const left = x + (each - full) / 2;
    const one = Math.max(0, (full - GAP * (bars.length - 1)) / bars.length);
    const parts =
      mode === 'single'
        ? stack(period, STACK, category => category, { x: left, width: full })
        : bars.flatMap((of, k) =>
            stack(period, PARTS[of], () => of, { x: left + k * (one + GAP), width: one }),
          );
    return { period, x, width: each, parts, quota: quota === undefined ? undefined : scale(quota) };
  });
  return { columns, ticks: most ? scale.ticks(4).map(size => ({ size, y: scale(size) })) : [] };

  function stack(
    period: ForecastPeriod,
    categories: readonly Stacked[],
    figureOf: (category: Stacked) => ForecastSum,
    place: { readonly x: number; readonly width: number },
  ): BarPart[] {
    let below = 0;
    return categories.flatMap(category => {
      const size = sizeIn(period.single[category], measure);
      if (size <= 0 || place.width <= 0) return [];
      const bottom = scale(below);
      below += size;
      return [{ category, of: figureOf(category), ...place, y: scale(below), height: bottom - scale(below) }];
    });
  }
}

function total(period: ForecastPeriod, categories: readonly Stacked[], measure: Measure): number {
  return categories.reduce((sum, category) => sum + Math.max(0, sizeIn(sumOf(period, category), measure)), 0);
}
