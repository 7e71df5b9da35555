import { useState } from 'preact/hooks';
import type { Figure, StageFigure } from '../../../core/metrics/figure';
import { funnelSteps, PATHS, type FunnelStep, type Measure, type FunnelPath } from '../../conversion';
import { conversionWords, measureLabel, sizeWords } from '../../conversionWords';
import { stageKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { Grid } from '../Grid';
import { FunnelDrawing } from './Drawing';
import { Insight } from './Insight';
import { Legend } from './Legend';
import { worstStage } from '../worstStage';
import { words as pageWords } from '../../words';

const { reach, say } = pageWords;

/** The funnel of reach: a table of the seven stages, with the drawing in its middle. */
export function Reach() {
  const sheet = useSheet();
  const [wanted, setMeasure] = useState<Measure>('count');
  const [path, setPath] = useState<FunnelPath>('reached');
  const measures: Measure[] = ['count', ...say.codesInOrder(Object.keys(sheet.report.byValue))];
  const measure = measures.includes(wanted) ? wanted : 'count';
  const steps = funnelSteps(sheet.report, measure, path, sheet.minSample);
  const worst = worstStage(sheet)?.stage;
  const controls = (
    <div class="controls">
      <Switch
        label={reach.measures}
        options={measures.map(value => ({ value, label: measureLabel(value) }))}
        value={measure}
        onChange={setMeasure}
      />
      <Switch
        label={reach.paths}
        options={PATHS.map(value => ({ value, label: reach.path[value] }))}
        value={path}
        onChange={setPath}
      />
    </div>
  );
  return (
    <Answer id="funnel" title={reach.title} says={<Says path={path} measure={measure} />} controls={controls}>
      {path === 'reached' && <Legend />}
      <div class={measure === 'count' ? 'funnel' : 'funnel of-money'}>
        <FunnelDrawing steps={steps} measure={measure} />
        <Grid>
          <thead>
            <tr>
              <th scope="col">{reach.stage}</th>
              <td class="plot" />
              <th scope="col" class="count">
                <Defined by={path}>{reach.path[path]}</Defined>
              </th>
              {path === 'reached' && (
                <>
                  <th scope="col" class="count part">
                    <Defined by="pending">{reach.stillOpen}</Defined>
                  </th>
                  <th scope="col" class="count part">
                    <Defined by="lostAt">{reach.lost}</Defined>
                  </th>
                  <th scope="col" class="count onward">
                    <Defined by="conversion">{reach.wentOn}</Defined>
                  </th>
                </>
              )}
              <th scope="col" class="count part median">
                <Defined by="medianStay">{reach.medianStay}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.stages.map(({ stage }, k) => (
              <StageRow
                key={stage}
                at={k}
                isWorst={path === 'reached' && stage === worst}
                step={steps[k]!}
                {...{ path, measure }}
              />
            ))}
            <WonRow step={steps.at(-1)!} path={path} measure={measure} />
          </tbody>
        </Grid>
      </div>
      {sheet.report.paths.unknown > 0 && <UnknownPaths {...sheet.report.paths} />}
    </Answer>
  );
}

/** Deals whose start is unknown, and what to do about it; a click lists them. */
function UnknownPaths({ known, unknown }: { known: number; unknown: number }) {
  return (
    <p class="note small">
      {pageWords.gaps.paths(known, unknown)}{' '}
      <Behind figure={{ kind: 'pathUnknown' }} words={reach.pathUnknown} by="pathUnknown">
        {reach.showUnknown(unknown)}
      </Behind>
    </p>
  );
}

function Says({ path, measure }: { path: FunnelPath; measure: Measure }) {
  return (
    <>
      {reach.saysPath[path]} {path === 'reached' && measure === 'count' && <Insight />}
      {measure !== 'count' && reach.onlyWithValue(measureLabel(measure))}
    </>
  );
}

interface RowProps {
  readonly step: FunnelStep;
  readonly path: FunnelPath;
  readonly measure: Measure;
}

interface StageRowProps extends RowProps {
  readonly at: number;
  /** That of all stages that are told it loses the largest share. */
  readonly isWorst: boolean;
}

function StageRow({ at, isWorst, step, path, measure }: StageRowProps) {
  const { stage, label } = useSheet().stages[at]!;
  const { lost, pending, size, conversion } = step;
  const words = (count: number) => sizeWords(count, measure);
  const figure = (of: StageFigure): Figure => ({
    ...{ kind: 'stage', of, stage },
    ...(measure !== 'count' && { currency: measure }),
  });
  const told = conversion && conversionWords(conversion, measure);
  const parts = reach.parts(pending > 0 && words(pending), lost > 0 && words(lost));
  return (
    <tr class={isWorst ? 'worst' : undefined}>
      <th scope="row" data-tip={stageKey(stage)}>
        <span class="label">
          {label} {isWorst && <span class="pill">{reach.losesMost}</span>}
        </span>
        <span class="parts">{parts}</span>
      </th>
      <td class="plot" />
      <td class="count">
        <Behind figure={figure(path)} words={reach.onPath(label, reach.path[path])} by={path} isNone={!size}>
          {words(size)}
        </Behind>
      </td>
      {path === 'reached' && (
        <>
          <td class="count part">
            <Behind
              figure={figure('pending')}
              words={reach.stillOpenAt(label)}
              by="pending"
              isNone={!pending}
            >
              {words(pending)}
            </Behind>
          </td>
          <td class="count part">
            <Behind figure={figure('lost')} words={reach.lostIn(label)} by="lostAt" isNone={!lost}>
              {words(lost)}
            </Behind>
          </td>
          <td class="count onward">
            {told && conversion && (
              <Behind
                figure={figure('conversion')}
                words={reach.decided(label)}
                by={stageKey(stage)}
                isNone={conversion.n === 0}
              >
                <span
                  class={conversion.isTooFew || conversion.rate === null ? 'conversion weak' : 'conversion'}
                >
                  {told.rate}
                  {told.cases && <span class="cases"> {told.cases}</span>}
                </span>
              </Behind>
            )}
          </td>
        </>
      )}
      <MedianStay at={at} />
    </tr>
  );
}

/** Half of the stays are so long, with those that are not over yet; as in the tab about time. */
function MedianStay({ at }: { at: number }) {
  const { report, minSample } = useSheet();
  const { completed, kaplanMeierMedian, median } = report.stages[at]!.stays;
  const isTold = completed >= Math.max(1, minSample);
  const days = kaplanMeierMedian ?? median;
  return (
    <td class={isTold ? 'count part median' : 'count part median none'} data-tip="medianStay">
      {isTold ? reach.stay(days!) : completed ? say.tooFew : say.unknown}
    </td>
  );
}

function WonRow({ step: { size }, path, measure }: RowProps) {
  const figure: Figure = {
    ...{ kind: 'stage', of: 'won', stage: 'closing' },
    ...(measure !== 'count' && { currency: measure }),
  };
  return (
    <tr class="end">
      <th scope="row">
        <Defined by="wonEnd">{reach.won}</Defined>
      </th>
      <td class="plot" />
      <td class="count">
        <Behind figure={figure} words={reach.won} by="wonEnd" isNone={!size}>
          {sizeWords(size, measure)}
        </Behind>
      </td>
      {path === 'reached' && (
        <>
          <td class="count part" />
          <td class="count part" />
          <td class="count onward" />
        </>
      )}
      <td class="count part median" />
    </tr>
  );
}
