import { useState } from 'preact/hooks';
import type { Figure, StageFigure } from '../../../core/metrics/figure';
import type { StageWords } from '../../../shared/funnelSheet';
import { funnelSteps, PATHS, type FunnelStep, type Measure, type Path } from '../../conversion';
import { conversionWords, measureLabel, sizeWords } from '../../conversionWords';
import { stageKey } from '../../definitions/reach';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Switch } from '../Switch';
import { Drawing } from './Drawing';
import { Insight } from './Insight';
import { Legend } from './Legend';

const PATH_LABELS: Readonly<Record<Path, string>> = {
  reached: 'Reached',
  touched: 'Touched',
  strict: 'Strict path',
};

const PATH_WORDS: Readonly<Record<Path, string>> = {
  reached:
    'Every deal ever created, by the furthest stage it reached; a stage that was skipped counts as reached.',
  touched: 'Deals that really entered each stage: where a bar is shorter than the next, deals skipped it.',
  strict: 'Deals that came step by step from the first stage, and skipped none on the way.',
};

/** The funnel of reach: a table of the seven stages, with the drawing in its middle. */
export function Reach() {
  const sheet = useSheet();
  const [wanted, setMeasure] = useState<Measure>('count');
  const [path, setPath] = useState<Path>('reached');
  const measures: Measure[] = ['count', ...Object.keys(sheet.report.byValue).sort()];
  const measure = measures.includes(wanted) ? wanted : 'count';
  const steps = funnelSteps(sheet.report, measure, path, sheet.minSample);
  const controls = (
    <div class="controls">
      <Switch
        label="Count deals or their value"
        options={measures.map(value => ({ value, label: measureLabel(value) }))}
        value={measure}
        onChange={setMeasure}
      />
      <Switch
        label="Which deals count in a stage"
        options={PATHS.map(value => ({ value, label: PATH_LABELS[value] }))}
        value={path}
        onChange={setPath}
      />
    </div>
  );
  return (
    <Answer
      id="funnel"
      title="How far deals get"
      says={<Says path={path} measure={measure} />}
      controls={controls}
    >
      {path === 'reached' && <Legend />}
      <div class={measure === 'count' ? 'funnel' : 'funnel of-money'}>
        <Drawing steps={steps} measure={measure} />
        <table>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">
                <span class="visually-hidden">Conversion to the next stage</span>
              </th>
              <th scope="col" class="count">
                <Defined by={path}>{PATH_LABELS[path]}</Defined>
              </th>
              {path === 'reached' && (
                <>
                  <th scope="col" class="count part">
                    <Defined by="pending">Pending</Defined>
                  </th>
                  <th scope="col" class="count part">
                    <Defined by="lostAt">Lost</Defined>
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
    </Answer>
  );
}

function Says({ path, measure }: { path: Path; measure: Measure }) {
  return (
    <>
      {PATH_WORDS[path]} {path === 'reached' && measure === 'count' && <Insight />}
      {measure !== 'count' && `Only deals with a value in ${measureLabel(measure)} count here.`}
    </>
  );
}

interface RowProps {
  readonly step: FunnelStep;
  readonly path: Path;
  readonly measure: Measure;
}

function StageRow({ stage: { stage, label }, step, path, measure }: RowProps & { stage: StageWords }) {
  const { lost, pending, size, conversion } = step;
  const key = stageKey({ stage });
  const words = (count: number) => sizeWords(count, measure);
  const figure = (of: StageFigure): Figure => ({
    ...{ kind: 'stage', of, stage },
    ...(measure !== 'count' && { currency: measure }),
  });
  const told = conversion && conversionWords(conversion, measure);
  const parts = [pending && `${words(pending)} pending`, lost && `${words(lost)} lost`].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <span class="label">
          <Defined by={key}>{label}</Defined>
        </span>
        <span class="parts">{parts.join(' · ')}</span>
      </th>
      <td class="onward">
        {told && conversion && (
          <Behind
            figure={figure('conversion')}
            words={`${label}: went on or were lost`}
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
        <Behind
          figure={figure(path)}
          words={`${label}: ${PATH_LABELS[path].toLowerCase()}`}
          by={path}
          isNone={!size}
        >
          {words(size)}
        </Behind>
      </td>
      {path === 'reached' && (
        <>
          <td class="count part">
            <Behind figure={figure('pending')} words={`Pending in ${label}`} by="pending" isNone={!pending}>
              {words(pending)}
            </Behind>
          </td>
          <td class="count part">
            <Behind figure={figure('lost')} words={`Lost in ${label}`} by="lostAt" isNone={!lost}>
              {words(lost)}
            </Behind>
          </td>
        </>
      )}
    </tr>
  );
}

function WonRow({ step: { size }, path, measure }: RowProps) {
  const figure = { kind: 'deals', status: 'won', ...(measure !== 'count' && { currency: measure }) } as const;
  return (
    <tr class="end">
      <th scope="row">
        <Defined by="wonEnd">Won</Defined>
      </th>
      <td />
      <td class="count">
        <Behind figure={figure} words="Won" by="wonEnd" isNone={!size}>
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
