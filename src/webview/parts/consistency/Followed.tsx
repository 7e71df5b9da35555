import type { ComponentChildren } from 'preact';
import { ratio } from '../../../core/metrics/statistics';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { say, words } from '../../words';

const { followed: said } = words.consistency;

/** Whether the process is followed, in three figures. */
export function Followed() {
  const { report, minSample } = useSheet();
  const { deals, conforming, moves, steps, skips, backs, reworkDeals, reworkDays, totalDays } =
    report.consistency;
  const rate = (part: number, whole: number) => say.rateOf(ratio(part, whole), whole, minSample);
  return (
    <dl class="followed">
      <Figure by="conforming" label={said.conforming} value={rate(conforming, deals)}>
        <Behind
          figure={{ kind: 'conforming' }}
          words={said.conformingDeals}
          by="conforming"
          isNone={!conforming}
        >
          {said.conformingOf(conforming, deals)}
        </Behind>
      </Figure>
      <Figure by="stepConformance" label={said.steps} value={rate(steps, moves)}>
        {said.movesLine(
          <Behind
            figure={{ kind: 'moves', move: 'step' }}
            words={said.allSteps}
            by="stepConformance"
            isNone={!steps}
          >
            {said.stepsOf(steps, moves)}
          </Behind>,
          <Behind figure={{ kind: 'moves', move: 'skip' }} words={said.allSkips} by="skips" isNone={!skips}>
            {said.skips(skips)}
          </Behind>,
          <Behind figure={{ kind: 'moves', move: 'back' }} words={said.allBacks} by="backs" isNone={!backs}>
            {said.backs(backs)}
          </Behind>,
        )}
      </Figure>
      <Figure by="rework" label={said.rework} value={said.reworkDays(reworkDays)}>
        {said.reworkLine(
          ratio(reworkDays, totalDays),
          <Behind
            figure={{ kind: 'deviation', deviation: 'rework' }}
            words={said.repeated}
            by="rework"
            isNone={!reworkDeals}
          >
            {said.reworkDeals(reworkDeals)}
          </Behind>,
        )}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly by: string;
  readonly label: string;
  readonly value: string;
  readonly children: ComponentChildren;
}

function Figure({ by, label, value, children }: FigureProps) {
  return (
    <div data-tip={by}>
      <dt>
        <Defined by={by}>{label}</Defined>
      </dt>
      <dd class="value">{value === say.tooFew ? <span class="none">{value}</span> : value}</dd>
      <dd class="note">{children}</dd>
    </div>
  );
}
