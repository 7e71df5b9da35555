import { stayKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import type { DayScale } from './dayScale';
import { STRIP, stripOf } from './stair';
import { changesWithOpen } from '../../../core/metrics/stays';

interface StripProps {
  readonly at: number;
  readonly scale: DayScale;
  readonly top: number;
  /** Of the row. */
  readonly height: number;
}

/** The ended stays of a stage with their median, the team's limit, and the median that counts the open stays too. */
export function Strip({ at, scale, top, height }: StripProps) {
  const { report, stages, minSample } = useSheet();
  const { stays } = report.stages[at]!;
  const { stalledAfter, stage } = stages[at]!;
  const middle = top + STRIP / 2;
  const limit = scale.at(stalledAfter);
  return (
    <g class={stays.completed < minSample ? 'strip weak' : 'strip'} data-tip={stayKey(stage)}>
      <line class="limit" x1={limit} x2={limit} y1={top - 6} y2={height - 4} />
      {stripOf(stays, scale).map(step => (
        <rect
          key={step.x}
          class="bar on"
          x={step.x}
          y={middle - step.height / 2}
          width={step.width}
          height={step.height}
        />
      ))}
      {stays.median !== null && <Median x={scale.at(stays.median)} y={middle} />}
      {changesWithOpen(stays) && stays.kaplanMeierMedian !== null && (
        <OpenMedian x={scale.at(stays.kaplanMeierMedian)} y={middle} />
      )}
    </g>
  );
}

export function Median({ x, y }: { x: number; y: number }) {
  return <line class="median" x1={x} x2={x} y1={y - STRIP / 2 - 3} y2={y + STRIP / 2 + 3} />;
}

export function OpenMedian({ x, y }: { x: number; y: number }) {
  return (
    <g class="open-median">
      <line x1={x} x2={x} y1={y - STRIP / 2 - 1} y2={y + STRIP / 2 + 3} />
      <circle cx={x} cy={y - STRIP / 2 - 4} r="3" />
    </g>
  );
}
