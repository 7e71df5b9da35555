import type { ComponentChildren } from 'preact';
import type { Figure as FigureOf } from '../../../core/metrics/figure';
import type { HeadlineFigures } from '../../../core/metrics/headline';
import type { DealSum } from '../../../core/metrics/periodSums';
import type { MoneyMap } from '../../../core/money';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Trend } from './Trend';
import { say, words } from '../../words';

const { headline: said } = words;

/** The figures that come first, each with how it has changed since the period before ended. */
export function Headline() {
  const { report, minSample } = useSheet();
  const { now, before } = report.headline;
  const then = <T,>(of: (figures: HeadlineFigures) => T) => (before ? of(before) : undefined);
  const rateOf = ({ rate, n }: HeadlineFigures['winRate']) => say.rateOf(rate, n, minSample);
  const isEnough = ({ n }: { readonly n: number }) => n >= minSample;
  const rate = ({ winRate }: HeadlineFigures) => (isEnough(winRate) ? winRate.rate : null);
  const cycle = ({ cycle }: HeadlineFigures) => (isEnough(cycle) ? cycle.median : null);
  const velocity = ({ velocity, winRate }: HeadlineFigures) => (isEnough(winRate) ? known(velocity) : null);
  const range = isEnough(now.winRate) && report.winRate.interval;
  return (
    <dl class="headline">
      <Figure
        by="openValue"
        label={said.openValue}
        note={said.openDeals(now.open.count)}
        of={{ kind: 'deals', status: 'open' }}
      >
        <Sum of={now.open.value} />
        <MoneyTrend now={now.open.value} before={then(({ open }) => open.value)} />
      </Figure>
      <Figure
        by="weighted"
        label={said.weighted}
        note={said.howWeighted}
        of={{ kind: 'deals', status: 'open' }}
        isNone={!now.open.count}
      >
        <Sum of={now.open.weighted} />
        <MoneyTrend now={now.open.weighted} before={then(({ open }) => open.weighted)} />
      </Figure>
      <Figure
        by="winRate"
        label={said.winRate}
        note={said.winRateCases(now.winRate.n, range)}
        of={{ kind: 'winRate' }}
        isNone={!now.winRate.n}
      >
        <span class={rate(now) === null ? 'none' : undefined}>{rateOf(now.winRate)}</span>
        <Trend now={rate(now)} before={then(rate)} inWords={say.points} unit={0.001} />
      </Figure>
      <Figure
        by="cycle"
        label={said.cycle}
        note={said.cycleCases(now.cycle.n)}
        of={{ kind: 'cycle' }}
        isNone={!now.cycle.n}
      >
        <span class={isEnough(now.cycle) ? undefined : 'none'}>
          {now.cycle.n && !isEnough(now.cycle) ? say.tooFew : say.days(now.cycle.median)}
        </span>
        <Trend now={cycle(now)} before={then(cycle)} inWords={said.ofDays} unit={0.1} />
      </Figure>
      <Figure
        by="velocity"
        label={said.velocity}
        note={said.velocityCases(now.winRate.n)}
        of={{ kind: 'winRate' }}
        isNone={!now.winRate.n}
      >
        <Velocities of={now.velocity} n={now.winRate.n} />
        <MoneyTrend now={velocity(now)} before={then(velocity)} />
      </Figure>
      <Figure
        by="due"
        label={said.due(now.due.quarter)}
        note={said.dueDeals(now.due.inQuarter.count)}
        of={{ kind: 'due', is: 'inQuarter' }}
        isNone={!now.due.inQuarter.count}
        more={now.due.overdue.count > 0 && <Overdue of={now.due.overdue} />}
      >
        <Sum of={now.due.inQuarter.value} />
      </Figure>
    </dl>
  );
}

/** What was to close before the quarter is no part of what is to close in it. */
function Overdue({ of: { count, value } }: { of: DealSum }) {
  const one = say.inOne(value);
  return (
    <>
      <Defined by="overdue">{said.overdue}</Defined>{' '}
      {one ? said.about(say.amount(one.money.amount, one.money.currency)) : <Amounts of={value} />}{' '}
      <Behind figure={{ kind: 'due', is: 'overdue' }} words={said.overdue} by="overdue">
        {said.dueDeals(count)}
      </Behind>
    </>
  );
}

/** One sum at the team’s rates, where it has any, with what it is made of; else the sums by currency. */
function Sum({ of }: { of: Readonly<MoneyMap> }) {
  const one = say.inOne(of);
  if (!one) return <Amounts of={of} />;
  return (
    <>
      <span class="amount">{said.about(say.amount(one.money.amount, one.money.currency))}</span>
      <span class="made-of">
        {say.inOrder(of).map(currency => (
          <span key={currency} class="amount">
            {say.amount(of[currency]!, currency)}
          </span>
        ))}
        {one.without.length > 0 && said.without(one.without)}
      </span>
    </>
  );
}

function Velocities({ of, n }: { of: HeadlineFigures['velocity']; n: number }) {
  const { minSample } = useSheet();
  const amounts = known(of);
  if (!Object.keys(amounts).length) return <span class="none">{say.unknown}</span>;
  return n < minSample ? <span class="none">{say.tooFew}</span> : <Sum of={amounts} />;
}

function known(figures: Readonly<Record<string, number | null>>): MoneyMap {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([currency, amount]) => (amount === null ? [] : [[currency, amount]])),
  );
}

interface MoneyTrendProps {
  readonly now: Readonly<MoneyMap> | null;
  readonly before: Readonly<MoneyMap> | null | undefined;
}

/** Of the one sum, or of the currency that comes first where there is none; the others would be too much of it. */
function MoneyTrend({ now, before }: MoneyTrendProps) {
  if (!now || !before) return null;
  const currency =
    (say.inOne(now) ?? say.inOne(before))?.money.currency ?? say.inOrder({ ...before, ...now })[0];
  if (currency === undefined) return null;
  const of = (sums: Readonly<MoneyMap>) => say.inOne(sums)?.money.amount ?? sums[currency] ?? 0;
  const was = of(before);
  return (
    <Trend
      now={of(now)}
      before={was}

      inWords={difference => said.ofAmount(difference, currency, was > 0 ? difference / was : null)}
      unit={1}
    />
  );
}

interface FigureProps {
  readonly by: string;
  readonly label: string;
  readonly note: string;
  /** The deals behind it. */
  readonly of?: FigureOf;
  readonly isNone?: boolean;
  /** What is to be told beside it. */
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Figure({ by, label, note, of, isNone = false, more, children }: FigureProps) {
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
      {more && <dd class="note">{more}</dd>}
    </div>
  );
}
