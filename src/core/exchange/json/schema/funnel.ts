import { Type } from 'typebox';
import { calls } from './funnel/calls';
import { dealInNeed, openDeal } from './funnel/deals';
import { byCurrency, dealSum, figure, interval, openOnDay, reason, sums } from './funnel/figures';
import { forecast, headline } from './funnel/forecast';
import { holdsBack, whatIf } from './funnel/levers';
import { owner } from './funnel/owners';
import { consistency, deviations, flow } from './funnel/paths';
import { funnelStage, valueFunnel } from './funnel/stages';
import { count, day, exact, files, orNull, version, type Published } from './values';

const outcomes = exact({
  won: dealSum,
  lost: exact({ count: count(), value: sums, reasons: Type.Array(reason) }),
});
export type OutcomesJson = Published<typeof outcomes>;

export const funnel = exact(
  {
    version,
    asOf: day('The figures are as of the end of this day.'),
    files,
    stages: Type.Array(funnelStage, { description: 'The seven stages, in order.' }),
    paths: exact(
      { known: count(), unknown: count() },
      {
        description:
          'Deals whose file tells where they began, and the others. Only the former count in how far deals got and how they moved.',
      },
    ),
    chain: figure('The product of the seven conversions.'),
    winRate: exact({
      count: figure(),
      interval,
      value: byCurrency(
        figure(),
        'Of the deals with a value that isn’t 0; null where none were won, or none were lost.',
      ),
      cohort: figure(),
    }),
    cycle: exact(
      { mean: figure(), median: figure() },
      { description: 'First known day to close, over won deals.' },
    ),
    open: openOnDay,
    velocity: byCurrency(figure(), 'Expected won value per day.'),
    consistency,
    leftOut: count('Deals the filters leave out; files doesn’t count them.'),
    misdated: count(
      'Deals with a date in the future, or closed before they began; no time counts that hangs on it.',
    ),
    inConflict: count(
      'Deals in a merge conflict; each counts as its first side, or as the one that can be read.',
    ),
    fromGit: count('Deals of which a move or an outcome is known only from git, and not from the file.'),
    undated: count('Deals without any date: a report of a past day can’t count them.'),
    byValue: byCurrency(valueFunnel, 'The funnel in money, for currencies that have any.'),
    withoutValue: count('Deals with no value, or a value of 0. No total counts them.'),
    valued: byCurrency(
      exact({ won: count(), lost: count() }),
      'Closed deals with a value that isn’t 0: what winRate.value rests on.',
    ),
    outcomes,
    lostInUnknown: exact(
      { count: count(), value: sums },
      { description: 'Deals lost in a stage that isn’t known: no stage counts them.' },
    ),
    openDeals: Type.Array(openDeal, { description: 'By their paths.' }),
    flows: Type.Array(flow, { description: 'Moves between stages.' }),
    deviations,
    holdsBack,
    whatIf,
    inNeed: Type.Array(dealInNeed, {
      description: 'Open deals that need work, most urgent first.',
    }),
    forecast,
    calls: orNull(
      calls,
      'Forecast calls against what came; null if the filters leave only some deals of an owner.',
    ),
    headline,
    owners: Type.Array(owner, { description: 'By name; deals without an owner come last.' }),
  },
  {
    title: 'The figures of a pipeline: deal-notes funnel --json',
    description:
      'Rates are fractions of 1, times are in days, sums of money are by currency. A figure with nothing to divide by is null.',
  },
);
export type FunnelJson = Published<typeof funnel>;
