import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { shortSizeWords, sizeWords } from '../../conversionWords';
import { send } from '../../host';
import { figureFor, wordsFor } from './figures';
import { HEIGHT, layOutPeriods, type BarPart } from './layOut';
import { sizeIn, SUMS, sumOf, type Mode } from './sums';
import { words as pageWords } from '../../words';

const { forecast: said } = pageWords;

interface DrawingProps {
  readonly periods: readonly ForecastPeriod[];
  readonly measure: Measure;
  readonly mode: Mode;
  /** The name of the period that is not over. */
  readonly running: string;
  /** In px. */
  readonly width: number;
}

/** The bars of the periods. Each number that they stand for is in the table below, which has a column for each too. */
export function ForecastDrawing({ periods, measure, mode, running, width }: DrawingProps) {
  const { columns, ticks } = layOutPeriods(periods, measure, mode, width);
  const firstQuota = columns.find(({ quota }) => quota !== undefined);
  const sizes = periods.map(period => ({
    period: period.period,
    sums: SUMS[mode].map(of => ({ of, size: sizeWords(sizeIn(sumOf(period, of), measure), measure) })),
  }));
  return (
    <svg class="drawing" role="img" aria-label={said.drawing(sizes)} width="100%" height={HEIGHT}>
      {columns.map(({ period: { period }, x, width: each }) =>
        period === running ? (
          <rect key={period} class="running" {...{ x, y: -8, width: each, height: HEIGHT + 8 }} />
        ) : null,
      )}
      {ticks.map(({ size, y }) => (
        <g key={size}>
          <line class={size === 0 ? 'axis' : 'tick'} x1="0" x2={width} y1={y} y2={y} />
          <text class="tick" x="-10" y={y}>
            {shortSizeWords(size, measure)}
          </text>
        </g>
      ))}
      {columns.map(({ period, parts }) =>
        parts.map(part => (
          <Bar key={`${period.period} ${part.of} ${part.category}`} {...{ part, period, measure }} />
        )),
      )}
      {columns.map(({ period: { period }, quota, x, width: each }) =>
        quota === undefined ? null : (
          <line key={period} class="quota" x1={x + 3} x2={x + each - 3} y1={quota} y2={quota} />
        ),
      )}
      {firstQuota && (
        <text class="quota" x={firstQuota.x + 3} y={firstQuota.quota! - 5}>
          {said.quotaLine}
        </text>
      )}
    </svg>
  );
}

interface BarProps {
  readonly part: BarPart;
  readonly period: ForecastPeriod;
  readonly measure: Measure;
}

function Bar({ part: { category, of, ...place }, period, measure }: BarProps) {
  const words = wordsFor(period.period, of);
  return (
    <rect
      class={`mark part ${category}`}
      {...place}
      onClick={() =>
        send({ type: 'list', figure: figureFor(period.period, of, measure), words, beside: false })
      }
    >
      <title>{said.valueOf(words, sizeWords(sizeIn(sumOf(period, of), measure), measure))}</title>
    </rect>
  );
}
