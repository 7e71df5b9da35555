import { formatCount, plural } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { leaders } from './leaders';

/** Which stage is left out most, and where deals are sent back to. */
export function SaysFlow() {
  const { consistency } = useSheet().report;
  if (!consistency.moves) return <>No deal has moved from one stage to another yet.</>;
  if (!consistency.skips && !consistency.backs) return <>Every move was a step to the very next stage.</>;
  return (
    <>
      <LeftOut />
      <MovedBack />
      Steps are bands; skips and moves back (dashed) are arcs; all are as wide as they are many.
    </>
  );
}

function LeftOut() {
  const sheet = useSheet();
  const most = leaders(sheet.report.deviations.missed, ({ had }) => had.n);
  if (!most.length) return null;
  return (
    <>
      Left out most:{' '}
      {most.map(({ stage, had }, k) => (
        <>
          {k > 0 && ' and '}
          <strong>{labelOf(sheet, stage)}</strong> (by{' '}
          <Behind figure={{ kind: 'missed', stage }} words={`Never in ${labelOf(sheet, stage)}`} by="missed">
            {plural(had.n, 'deal', 'deals')}
          </Behind>
          )
        </>
      ))}
      .{' '}
    </>
  );
}

function MovedBack() {
  const sheet = useSheet();
  const backs = sheet.report.flows.filter(({ move }) => move === 'back');
  const most = leaders(backs, ({ count }) => count);
  if (!most.length) return null;
  return (
    <>
      Moved back most:{' '}
      {most.map(({ from, to, count }, k) => (
        <>
          {k > 0 && ' and '}
          from <strong>{labelOf(sheet, from)}</strong> to <strong>{labelOf(sheet, to)}</strong> (
          <Behind
            figure={{ kind: 'flow', from, to }}
            words={`${labelOf(sheet, from)} → ${labelOf(sheet, to)}`}
            by="backs"
          >
            {count === 1 ? 'once' : `${formatCount(count)} times`}
          </Behind>
          )
        </>
      ))}
      .{' '}
    </>
  );
}
