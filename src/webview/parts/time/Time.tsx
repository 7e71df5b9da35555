import { useMemo, useRef } from 'preact/hooks';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Grid } from '../Grid';
import { Axis } from './Axis';
import { dayScale } from './dayScale';
import { Footnotes } from './Footnotes';
import { Key } from './Key';
import { Says } from './Says';
import { StayRow } from './StayRow';
import { StaysTable } from './StaysTable';
import { words } from '../../words';

const { time: said } = words;

/** How long deals stay in each stage: those that have left it as a strip, those that are there as marks against it. */
export function Time() {
  const { report, stages } = useSheet();
  const axis = useRef<SVGSVGElement>(null);
  const width = useWidth(axis);
  const scale = useMemo(
    () =>
      dayScale(
        report.stages,
        report.openDeals,
        stages.map(({ stalledAfter }) => stalledAfter),
        width,
      ),
    [report, stages, width],
  );
  const isEmpty = report.stages.every(({ stays }) => stays.completed + stays.open === 0);
  if (isEmpty) {
    return (
      <Answer id="time" title={said.title}>
        <p class="note">{said.empty}</p>
      </Answer>
    );
  }
  return (
    <Answer id="time" title={said.title} says={<Says />}>
      <Key />
      <Grid class="stays">
        <thead>
          <tr>
            <th scope="col">{said.stage}</th>
            <th scope="col" class="days">
              <span class="visually-hidden">{said.days}</span>
              <Axis scale={scale} within={axis} />
            </th>
            <th scope="col" class="count">
              <Defined by="medianStay">{said.columns.median}</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="endedStays">{said.columns.completed}</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="openHere">{said.columns.open}</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="stalled">{said.columns.stalled}</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.stages.map((stage, k) => (
            <StayRow key={stage.stage} at={k} scale={scale} />
          ))}
        </tbody>
      </Grid>
      <Footnotes />
      {scale.beyond !== undefined && <p class="note small">{said.scaleEnds(scale.end)}</p>}
      <StaysTable />
    </Answer>
  );
}
