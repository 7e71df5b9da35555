import { useState } from 'preact/hooks';
import type { Figure, StageFigure } from '../../../core/metrics/figure';
import type { StageWords } from '../../../shared/funnelSheet';
import { funnelSteps, PATHS, type FunnelStep, type Measure, type FunnelPath } from '../../conversion';
import { conversionWords, measureLabel, sizeWords } from '../../conversionWords';
import { stageKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { FunnelDrawing } from './Drawing';
import { Insight } from './Insight';
import { Legend } from './Legend';
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
        <table>
          <thead>
            <tr>
              <th scope="col">{reach.stage}</th>
              <th scope="col">
                <span class="visually-hidden">{reach.conversion}</span>
              </th>
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
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {sheet.stages.map((stage, k) => (
              <StageRow key={stage.stage} stage={stage} step={steps[k]!} path={path} measure={measure} />
            ))}
            <WonRow step={steps.at(-1)!} path={path} measure={measure} />
          </tbody>
        </table>
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

function StageRow({ stage: { stage, label }, step, path, measure }: RowProps & { stage: StageWords }) {
  const { lost, pending, size, conversion } = step;
  const key = stageKey(stage);
  const words = (count: number) => sizeWords(count, measure);
  const figure = (of: StageFigure): Figure => ({
    ...{ kind: 'stage', of, stage },
    ...(measure !== 'count' && { currency: measure }),
  });
  const told = conversion && conversionWords(conversion, measure);
  const parts = reach.parts(pending > 0 && words(pending), lost > 0 && words(lost));
  return (
    <tr>
      <th scope="row">
        <span class="label">
          <Defined by={key}>{label}</Defined>
        </span>
        <span class="parts">{parts}</span>
      </th>
      <td class="onward">
        {told && conversion && (
          <Behind
            figure={figure('conversion')}
            words={reach.decided(label)}
            by={key}
            isNone={conversion.n === 0}
          >
            <span class="visually-hidden">
              {told.rate} {told.cases && `(${told.cases})`}
            </span>
          </Behind>
        )}
      </td>
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
        </>
      )}
    </tr>
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
      <td />
      <td class="count">
        <Behind figure={figure} words={reach.won} by="wonEnd" isNone={!size}>
          {sizeWords(size, measure)}
        </Behind>
      </td>
      {path === 'reached' && (
        <>
          <td class="count part" />
          <td class="count part" />
        </>
      )}
    </tr>
  );
}
