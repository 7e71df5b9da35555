import { useRef, useState } from 'preact/hooks';
import { CATEGORIES } from '../../../core/metrics/category';
import type { ForecastReport } from '../../../core/metrics/forecast';
import { monthOf, quarterOf } from '../../../core/metrics/periods';
import type { Measure } from '../../conversion';
import { measureLabel } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { AllPeriods } from './AllPeriods';
import { Coming } from './Coming';
import { ForecastDrawing } from './Drawing';
import { Periods } from './Periods';
import { periodsShown } from './periodsShown';
import { forecastMeasures } from './measures';
import { MODES, sizeIn, STACK, SUMS, sumOf, type Mode } from './sums';
import { Undated } from './Undated';
import { words } from '../../words';

const { forecast: said } = words;

/** The narrowest column that an exact amount fits in, and the narrowest of all; in px. */
const COLUMN = 67;
const NARROW_COLUMN = 50;
/** From here on an amount has more digits than a column has room for. */
const LONG_AMOUNT = 1_000_000;

const SPANS = {
  months: { periodOf: monthOf, most: 12 },
  quarters: { periodOf: quarterOf, most: 8 },
} as const;
type PeriodLength = keyof typeof SPANS;

/** What was won and what is expected to close, by the month or the quarter. */
export function Forecast() {
  const sheet = useSheet();
  const { report } = sheet;
  const { asOf } = report;
  const { forecast, asOne, without, measures, first } = forecastMeasures(sheet);
  const [wanted, setMeasure] = useState<Measure>();
  const [span, setSpan] = useState<PeriodLength>('quarters');
  const [mode, setMode] = useState<Mode>('single');
  const chart = useRef<HTMLDivElement>(null);
  const width = useWidth(chart);
  const quarter = forecast.quarters.find(({ period }) => period === quarterOf(asOf))!;
  const measure = wanted && measures.includes(wanted) ? wanted : first;
  const { periodOf, most } = SPANS[span];
  const all = forecast[span];
  const room = Math.max(1, Math.min(most, Math.floor(width / (width < 500 ? NARROW_COLUMN : COLUMN))));
  const periods = periodsShown(all, periodOf, asOf, room);
  const largest = Math.max(...periods.flatMap(one => SUMS[mode].map(of => sizeIn(sumOf(one, of), measure))));
  const isNarrow = width / periods.length < COLUMN || largest >= LONG_AMOUNT;
  const hidden = all.filter(({ period }) => !periods.some(shown => shown.period === period)).length;
  if (isEmpty(forecast)) {
    return (
      <Answer id="forecast" title={said.title}>
        <p class="note">{said.empty}</p>
      </Answer>
    );
  }
  const controls = (
    <div class="controls">
      {measures.length > 1 && (
        <Switch
          label={said.measures}
          options={measures.map(value => ({ value, label: measureLabel(value) }))}
          value={measure}
          onChange={setMeasure}
        />
      )}
      <Switch
        label={said.spans}
        options={(['months', 'quarters'] as const).map(value => ({ value, label: said.span[value] }))}
        value={span}
        onChange={setSpan}
      />
      <Switch
        label={said.modes}
        options={MODES.map(value => ({ value, label: said.mode[value] }))}
        value={mode}
        onChange={setMode}
      />
    </div>
  );
  return (
    <Answer
      id="forecast"
      title={said.title}
      says={<Coming quarter={quarter} measure={measure} />}
      controls={controls}
    >
      <div class="forecast">
        <div class="chart" ref={chart}>
          <ForecastDrawing {...{ periods, measure, mode, width }} running={periodOf(asOf)} />
        </div>
        <Periods
          {...{ periods, measure, mode, isNarrow }}
          isTight={width / periods.length < 80}
          running={periodOf(asOf)}
        />
      </div>
      {measure === asOne && <p class="note">{said.atRates(without)}</p>}
      <Undated of={forecast.undated} measure={measure} />
      {hidden > 0 && <p class="note">{said.hidden(hidden, span)}</p>}
      <AllPeriods periods={all} undated={forecast.undated} measure={measure} />
    </Answer>
  );
}

function isEmpty({ months, quarters, undated }: ForecastReport): boolean {
  return (
    months.every(month => CATEGORIES.every(of => !month.single[of].count) && !month.slipped?.count) &&
    quarters.every(({ coverage }) => !coverage) &&
    [...STACK, 'omitted' as const].every(of => !undated[of].count)
  );
}
