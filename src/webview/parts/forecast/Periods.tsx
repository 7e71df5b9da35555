import { useRef } from 'preact/hooks';
import type { ForecastSum } from '../../../core/metrics/figure';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { DealSum } from '../../../core/metrics/periodSums';
import type { Measure } from '../../conversion';
import { shortSizeWords, sizeWords } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { forecastKey } from '../../../words/definition';
import { figureFor, wordsFor } from './figures';
import { Swatch } from './Patterns';
import { PARTS, sizeIn, SUMS, sumOf, type Mode } from './sums';
import { useGridKeys } from '../../useGridKeys';
import { useNeeded } from './useNeeded';
import { say, words as pageWords } from '../../words';

const { forecast: said } = pageWords;

interface PeriodsProps {
  readonly periods: readonly ForecastPeriod[];
  readonly measure: Measure;
  readonly mode: Mode;
  readonly running: string;
  /** Amounts are cut to what fits: `€1.2M`. */
  readonly isNarrow: boolean;
  /** Month and year stand below each other. */
  readonly isTight: boolean;
}

/** The table below the drawing: a column for each period, and a row for each kind of bar, which is its legend too. */
export function Periods({ periods, measure, mode, running, isNarrow, isTight }: PeriodsProps) {
  const needed = useNeeded();
  const table = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(table);
  const words = (size: number) => (isNarrow ? shortSizeWords : sizeWords)(size, measure);
  const columnClass = (period: ForecastPeriod) => (period.period === running ? 'count running' : 'count');
  const row = (of: ForecastSum | 'slipped', sum: (period: ForecastPeriod) => DealSum | null) => (
    <tr key={of} class={of}>
      <th scope="row">
        {of !== 'slipped' && <Swatch of={PARTS[of]} />}
        <Defined by={forecastKey(of)}>{said.sums[of]}</Defined>
      </th>
      {periods.map(period => (
        <td key={period.period} class={columnClass(period)}>
          <Size sum={sum(period)} {...{ of, measure, words }} period={period.period} />
        </td>
      ))}
    </tr>
  );
  const coverageOf = ({ coverage }: ForecastPeriod) =>
    coverage?.quota.currency === measure ? coverage : null;
  const hasQuota = periods.some(coverageOf);
  return (
    <table
      class={isTight ? 'periods tight' : 'periods'}
      role="grid"
      aria-label={said.table}
      ref={table}
      {...keys}
    >
      <thead>
        <tr>
          <td />
          {periods.map(period => (
            <th key={period.period} scope="col" class={columnClass(period)}>
              {say.period(period.period)}
              {period.period === running && <span class="visually-hidden">{said.running}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{SUMS[mode].map(of => row(of, period => sumOf(period, of)))}</tbody>
      <tbody>
        {periods.some(({ slipped }) => slipped) && row('slipped', ({ slipped }) => slipped)}
        {periods.some(({ single }) => sizeIn(single.omitted, measure) > 0) &&
          row('omitted', ({ single }) => single.omitted)}
        {hasQuota && (
          <>
            <tr>
              <th scope="row">
                <Defined by="quota">{said.quota}</Defined>
              </th>
              {periods.map(period => (
                <td key={period.period} class={columnClass(period)}>
                  {coverageOf(period) && words(coverageOf(period)!.quota.amount)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">
                <Defined by="coverage">{said.covered}</Defined>
                {needed !== null && <span class="note">{said.needed(needed)}</span>}
              </th>
              {periods.map(period => (
                <td key={period.period} class={columnClass(period)}>
                  {coverageOf(period) && (
                    <Behind
                      figure={figureFor(period.period, 'openPipeline', measure)}
                      words={wordsFor(period.period, 'openPipeline')}
                      by="coverage"
                      isNone={!period.cumulative.openPipeline.count}
                    >
                      <Covered of={period} />
                    </Behind>
                  )}
                </td>
              ))}
            </tr>
          </>
        )}
      </tbody>
    </table>
  );
}

interface SizeProps {
  /** `null`: there is no such sum yet. */
  readonly sum: DealSum | null;
  readonly of: ForecastSum | 'slipped';
  readonly period: string | null;
  readonly measure: Measure;
  readonly words: (size: number) => string;
}

/** A sum that opens its deals; a dash for none, so that a column of numbers stays quiet. */
export function Size({ sum, of, period, measure, words }: SizeProps) {
  if (!sum) return null;
  const size = sizeIn(sum, measure);
  return (
    <Behind
      figure={figureFor(period, of, measure)}
      words={wordsFor(period, of)}
      by={forecastKey(of)}
      isNone={!size}
    >
      {size ? words(size) : '–'}
    </Behind>
  );
}

/** How often over the open deals of a period cover what is missing; of one that is over, how it ended. */
export function Covered({ of: { coverage, last } }: { of: ForecastPeriod }) {
  if (!coverage) return null;
  if (coverage.coverage === null) return <>{said.met}</>;
  return <>{last < useSheet().report.asOf ? said.missed : said.coverage(coverage.coverage)}</>;
}
