import type { ComponentChildren } from 'preact';
import { ratio } from '../../../core/metrics/statistics';
import { formatCount, formatRate, formatRateOf, plural, TOO_FEW } from '../../format';
import { useSheet } from '../../sheetContext';
import { Behind } from '../Behind';
import { Defined } from '../Defined';

/** Whether the process is followed, in three figures. */
export function Followed() {
  const { report, minSample } = useSheet();
  const { deals, conforming, moves, steps, skips, backs, reworkDeals, reworkDays, totalDays } =
    report.consistency;
  const rate = (part: number, whole: number) => formatRateOf(ratio(part, whole), whole, minSample);
  return (
    <dl class="followed">
      <Figure by="conforming" label="Kept to the path" value={rate(conforming, deals)}>
        <Behind
          figure={{ kind: 'conforming' }}
          words="Deals that kept to the path"
          by="conforming"
          isNone={!conforming}
        >
          {formatCount(conforming)} of {plural(deals, 'deal', 'deals')}
        </Behind>
      </Figure>
      <Figure by="stepConformance" label="Single steps" value={rate(steps, moves)}>
        <Behind
          figure={{ kind: 'moves', move: 'step' }}
          words="Single steps"
          by="stepConformance"
          isNone={!steps}
        >
          {formatCount(steps)} of {plural(moves, 'move', 'moves')}
        </Behind>
        ,{' '}
        <Behind figure={{ kind: 'moves', move: 'skip' }} words="Skips" by="skips" isNone={!skips}>
          {plural(skips, 'skip', 'skips')}
        </Behind>
        ,{' '}
        <Behind figure={{ kind: 'moves', move: 'back' }} words="Moves back" by="backs" isNone={!backs}>
          {formatCount(backs)} back
        </Behind>
      </Figure>
      <Figure by="rework" label="Rework" value={plural(reworkDays, 'day', 'days')}>
        {formatRate(ratio(reworkDays, totalDays))} of all days, by{' '}
        <Behind
          figure={{ kind: 'deviation', deviation: 'rework' }}
          words="Deals that did a stage twice"
          by="rework"
          isNone={!reworkDeals}
        >
          {plural(reworkDeals, 'deal', 'deals')}
        </Behind>
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
      <dd class="value">{value === TOO_FEW ? <span class="none">{value}</span> : value}</dd>
      <dd class="note">{children}</dd>
    </div>
  );
}
