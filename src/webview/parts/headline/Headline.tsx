import type { ComponentChildren } from 'preact';
import type { Figure as FigureOf } from '../../../core/metrics/figure';
import type { HeadlineFigures } from '../../../core/metrics/headline';
import type { MoneyMap } from '../../../core/money';
import {
  formatAmount,
  formatCount,
  formatDay,
  formatDays,
  formatPeriod,
  formatRange,
  formatRate,
  NOTHING_TO_DIVIDE_BY,
  plural,
  TOO_FEW,
} from '../../format';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Trend } from './Trend';

/** The figures that come first, each with what it was at the end of the period before. */
export function Headline() {
  const { report, minSample } = useSheet();
  const { now, before } = report.headline;
  const then = <T,>(of: (figures: HeadlineFigures) => T) => (before ? of(before) : undefined);
  const rate = rateWords(now.winRate, minSample);
  const range = now.winRate.n >= minSample && report.winRate.interval;
  return (
    <>
      <dl class="headline">
        <Figure
          by="openValue"
          label="Open value"
          note={plural(now.open.count, 'open deal', 'open deals')}
          of={{ kind: 'deals', status: 'open' }}
        >
          <Amounts of={now.open.value} />
          <MoneyTrend now={now.open.value} before={then(({ open }) => open.value)} />
        </Figure>
        <Figure by="weighted" label="Weighted" note="value × probability">
          <Amounts of={now.open.weighted} />
          <MoneyTrend now={now.open.weighted} before={then(({ open }) => open.weighted)} />
        </Figure>
        <Figure
          by="winRate"
          label="Win rate"
          note={`n = ${formatCount(now.winRate.n)}${range ? `, ${formatRange(range)}` : ''}`}
          of={{ kind: 'winRate' }}
          isNone={!now.winRate.n}
        >
          <span class={rate === TOO_FEW || now.winRate.rate === null ? 'none' : undefined}>{rate}</span>
          <Trend now={now.winRate.rate} before={then(({ winRate }) => winRate.rate)}>
            {then(({ winRate }) => rateWords(winRate, minSample))}
          </Trend>
        </Figure>
        <Figure
          by="cycle"
          label="Median cycle"
          note={`n = ${formatCount(now.cycle.n)}, first day to win`}
          of={{ kind: 'cycle' }}
          isNone={!now.cycle.n}
        >
          <span class={now.cycle.median === null ? 'none' : undefined}>{formatDays(now.cycle.median)}</span>
          <Trend now={now.cycle.median} before={then(({ cycle }) => cycle.median)}>
            {then(({ cycle }) => formatDays(cycle.median))}
          </Trend>
        </Figure>
        <Figure by="velocity" label="Velocity" note="expected a day">
          <Velocities of={now.velocity} />
          <MoneyTrend now={known(now.velocity)} before={then(({ velocity }) => known(velocity))} />
        </Figure>
        <Figure
          by="due"
          label={`Due in ${formatPeriod(now.due.quarter)}`}
          note={plural(now.due.count, 'deal', 'deals')}
          of={{ kind: 'due' }}
          isNone={!now.due.count}
        >
          <Amounts of={now.due.value} />
        </Figure>
      </dl>
      {before && (
        <p class="note against">
          The small figures are those of {formatDay(before.asOf)}, the end of the {report.headline.against}{' '}
          before.
        </p>
      )}
    </>
  );
}

function rateWords({ rate, n }: HeadlineFigures['winRate'], minSample: number): string {
  return n > 0 && n < minSample ? TOO_FEW : formatRate(rate);
}

function known(velocity: HeadlineFigures['velocity']): MoneyMap {
  return Object.fromEntries(Object.entries(velocity).flatMap(([key, a]) => (a === null ? [] : [[key, a]])));
}

function Velocities({ of }: { of: HeadlineFigures['velocity'] }) {
  const amounts = known(of);
  return Object.keys(amounts).length ? (
    <Amounts of={amounts} />
  ) : (
    <span class="none">{NOTHING_TO_DIVIDE_BY}</span>
  );
}

/** Of the currency that comes first; the others would be too much of it. */
function MoneyTrend({ now, before }: { now: Readonly<MoneyMap>; before: Readonly<MoneyMap> | undefined }) {
  const currency = Object.keys(now).sort()[0] ?? Object.keys(before ?? {}).sort()[0];
  if (!currency || !before) return null;
  return (
    <Trend now={now[currency] ?? 0} before={before[currency] ?? 0}>
      {formatAmount(before[currency] ?? 0, currency)}
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
