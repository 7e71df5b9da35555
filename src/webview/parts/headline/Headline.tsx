import type { ComponentChildren } from 'preact';
import type { Figure as FigureOf } from '../../../core/metrics/figure';
import type { HeadlineFigures } from '../../../core/metrics/headline';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Trend } from './Trend';
import { say, words } from '../../words';

const { headline: said } = words;

/** The figures that come first, each with what it was at the end of the period before. */
export function Headline() {
  const { report, minSample } = useSheet();
  const { now, before } = report.headline;
  const then = <T,>(of: (figures: HeadlineFigures) => T) => (before ? of(before) : undefined);
  const rateOf = ({ rate, n }: HeadlineFigures['winRate']) => say.rateOf(rate, n, minSample);
  const known = ({ rate: of, n }: HeadlineFigures['winRate']) => (n < minSample ? null : of);
  const range = now.winRate.n >= minSample && report.winRate.interval;
  return (
    <dl class="headline">
      <Figure
        by="openValue"
        label={said.openValue}
        note={said.openDeals(now.open.count)}
        of={{ kind: 'deals', status: 'open' }}
      >
        <Amounts of={now.open.value} />
        <MoneyTrend now={now.open.value} before={then(({ open }) => open.value)} />
      </Figure>
      <Figure
        by="weighted"
        label={said.weighted}
        note={said.howWeighted}
        of={{ kind: 'deals', status: 'open' }}
        isNone={!now.open.count}
      >
        <Amounts of={now.open.weighted} />
        <MoneyTrend now={now.open.weighted} before={then(({ open }) => open.weighted)} />
      </Figure>
      <Figure
        by="winRate"
        label={said.winRate}
        note={said.winRateCases(now.winRate.n, range)}
        of={{ kind: 'winRate' }}
        isNone={!now.winRate.n}
      >
        <span class={known(now.winRate) === null ? 'none' : undefined}>{rateOf(now.winRate)}</span>
        <Trend now={known(now.winRate)} before={then(({ winRate }) => known(winRate))}>
          {then(({ winRate }) => rateOf(winRate))}
        </Trend>
      </Figure>
      <Figure
        by="cycle"
        label={said.cycle}
        note={said.cycleCases(now.cycle.n)}
        of={{ kind: 'cycle' }}
        isNone={!now.cycle.n}
      >
        <span class={now.cycle.n < minSample ? 'none' : undefined}>{say.days(now.cycle.median)}</span>
        <Trend now={now.cycle.median} before={then(({ cycle }) => cycle.median)}>
          {then(({ cycle }) => say.days(cycle.median))}
        </Trend>
      </Figure>
      <Figure
        by="velocity"
        label={said.velocity}
        note={said.velocityCases(now.winRate.n)}
        of={{ kind: 'winRate' }}
        isNone={!now.winRate.n}
      >
        <Velocities of={now.velocity} isWeak={now.winRate.n < minSample} />
        <MoneyTrend now={now.velocity} before={then(({ velocity }) => velocity)} />
      </Figure>
      <Figure
        by="due"
        label={said.due(now.due.quarter)}
        note={said.dueDeals(now.due.count)}
        of={{ kind: 'due' }}
        isNone={!now.due.count}
      >
        <Amounts of={now.due.value} />
        <MoneyTrend now={now.due.value} before={then(({ due }) => due.value)} />
      </Figure>
    </dl>
  );
}

function Velocities({ of, isWeak }: { of: HeadlineFigures['velocity']; isWeak: boolean }) {
  const amounts = Object.fromEntries(
    Object.entries(of).flatMap(([currency, amount]) => (amount === null ? [] : [[currency, amount]])),
  );
  if (!Object.keys(amounts).length) return <span class="none">{say.unknown}</span>;
  return (
    <span class={isWeak ? 'none' : undefined}>
      <Amounts of={amounts} />
    </span>
  );
}

type MoneyFigures = Readonly<Record<string, number | null>>;

/** Of the currency that comes first; the others would be too much of it. What is not known is no amount of 0. */
function MoneyTrend({ now, before }: { now: MoneyFigures; before: MoneyFigures | undefined }) {
  const currency = say.inOrder(now)[0] ?? say.inOrder(before ?? {})[0];
  if (!currency || !before) return null;
  const of = (money: MoneyFigures) => (money[currency] === undefined ? 0 : money[currency]);
  const was = of(before);
  return (
    <Trend now={of(now)} before={was}>
      {was !== null && say.amount(was, currency)}
    </Trend>
  );
}

interface FigureProps {
  readonly by: string;
  readonly label: string;
  readonly note: string;
  /** The deals behind it. */
  readonly of?: FigureOf;
  readonly isNone?: boolean;
  readonly children: ComponentChildren;
}

function Figure({ by, label, note, of, isNone = false, children }: FigureProps) {
  return (
    <div class="figure" data-tip={by}>
      <dt>
        <Defined by={by}>{label}</Defined>
      </dt>
      <dd class="value">{children}</dd>
      <dd class="note">
        {of ? (
          <Behind figure={of} words={label} by={by} isNone={isNone}>
            {note}
          </Behind>
        ) : (
          note
        )}
      </dd>
    </div>
  );
}
