import { useMemo, useRef } from 'preact/hooks';
import { formatCount } from '../../format';
import { useSheet } from '../../sheetContext';
import { useWidth } from '../../useWidth';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Axis } from './Axis';
import { dayScale } from './dayScale';
import { Footnotes } from './Footnotes';
import { Key } from './Key';
import { Says } from './Says';
import { StayRow } from './StayRow';
import { StaysTable } from './StaysTable';

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
      <Answer id="time" title="How long deals stay">
        <p class="note">
          No deal says yet when it came into its stage: a move writes the day into the deal’s history.
        </p>
      </Answer>
    );
  }
  return (
    <Answer id="time" title="How long deals stay" says={<Says />}>
      <Key />
      <table class="stays">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col" class="days">
              <span class="visually-hidden">Days</span>
              <Axis scale={scale} within={axis} />
            </th>
            <th scope="col" class="count">
              <Defined by="medianStay">Median</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="endedStays">Ended</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="openHere">Open</Defined>
            </th>
            <th scope="col" class="count">
              <Defined by="stalled">Stalled</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.stages.map((stage, k) => (
            <StayRow key={stage.stage} at={k} scale={scale} />
          ))}
        </tbody>
      </table>
      <Footnotes />
      {scale.beyond !== undefined && (
        <p class="note small">
          The scale ends at {formatCount(scale.end)} days; what takes longer stands behind it, at the right.
        </p>
      )}
      <StaysTable />
    </Answer>
  );
}
