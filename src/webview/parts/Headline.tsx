import type { ComponentChildren } from 'preact';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, formatRange, formatRate, NOTHING_TO_DIVIDE_BY, plural } from '../format';
import { Amounts } from './Amounts';
import { Defined } from './Defined';

/** The five figures that come first. */
export function Headline({ sheet }: { sheet: FunnelSheet }) {
  const { open, won, files, cycle } = sheet;
  return (
    <dl class="headline">
      <Figure by="openValue" label="Open value" note={plural(files.open, 'open deal', 'open deals')}>
        <Amounts of={open.value} />
      </Figure>
      <Figure by="weighted" label="Weighted" note="value × probability">
        <Amounts of={open.weighted} />
      </Figure>
      <Figure by="won" label="Won" note={plural(won.count, 'deal', 'deals')}>
        <Amounts of={won.value} />
      </Figure>
      <WinRate sheet={sheet} />
      <Figure by="cycle" label="Median cycle" note="first day to win">
        {cycle.median === null ? (
          <span class="none">{NOTHING_TO_DIVIDE_BY}</span>
        ) : (
          plural(Math.round(cycle.median), 'day', 'days')
        )}
      </Figure>
    </dl>
  );
}

function WinRate({ sheet: { winRate, won, lost, minSample } }: { sheet: FunnelSheet }) {
  const closed = won.count + lost.count;
  const isTooFew = closed > 0 && closed < minSample;
  const range = winRate.interval && !isTooFew ? `, ${formatRange(winRate.interval)}` : '';
  const note = isTooFew
    ? `${formatCount(won.count)} of ${formatCount(closed)} closed`
    : `n = ${formatCount(closed)}${range}`;
  return (
    <Figure by="winRate" label="Win rate" note={note}>
      {isTooFew ? (
        <span class="none">too few</span>
      ) : (
        <span class={winRate.count === null ? 'none' : undefined}>{formatRate(winRate.count)}</span>
      )}
    </Figure>
  );
}

interface FigureProps {
  readonly by: string;
  readonly label: string;
  readonly note: string;
  readonly children: ComponentChildren;
}

function Figure({ by, label, note, children }: FigureProps) {
  return (
    <div class="figure" data-tip={by}>
      <dt>
        <Defined by={by}>{label}</Defined>
      </dt>
      <dd class="value">{children}</dd>
      <dd class="note">{note}</dd>
    </div>
  );
}
