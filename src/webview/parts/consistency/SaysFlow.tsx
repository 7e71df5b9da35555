import type { ComponentChildren } from 'preact';
import { labelOf, useSheet } from '../../sheetContext';
import { words } from '../../words';
import { Behind } from '../Behind';
import { leaders } from './leaders';

const { flows: said, deviations } = words.consistency;

/** Which stage is left out most, and where deals are sent back to. */
export function SaysFlow() {
  const { consistency } = useSheet().report;
  if (!consistency.moves) return <>{said.none}</>;
  if (!consistency.skips && !consistency.backs) return <>{said.onlySteps}</>;
  return (
    <>
      <LeftOut />
      <MovedBack />
      {said.howDrawn}
    </>
  );
}

function LeftOut() {
  const sheet = useSheet();
  const most = leaders(sheet.report.deviations.missed, ({ had }) => had.n);
  if (!most.length) return null;
  return (
    <>
      {said.skippedMost(
        most.map(({ stage, had }) => ({
          stage: <strong>{labelOf(sheet, stage)}</strong>,
          deals: (
            <InBrackets>
              <Behind
                figure={{ kind: 'missed', stage }}
                words={deviations.never(labelOf(sheet, stage))}
                by="missed"
              >
                {said.deals(had.n)}
              </Behind>
            </InBrackets>
          ),
        })),
      )}
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
      {said.backMost(
        most.map(({ from, to, count }) => ({
          from: <strong>{labelOf(sheet, from)}</strong>,
          to: <strong>{labelOf(sheet, to)}</strong>,
          times: (
            <InBrackets>
              <Behind
                figure={{ kind: 'flow', from, to }}
                words={said.between(labelOf(sheet, from), labelOf(sheet, to))}
                by="backs"
              >
                {said.times(count)}
              </Behind>
            </InBrackets>
          ),
        })),
      )}
    </>
  );
}

/** A number that opens its deals: a line may break before a button, and would leave the bracket behind. */
function InBrackets({ children }: { children: ComponentChildren }) {
  return <span class="unbroken">{said.inBrackets(children)}</span>;
}
