import { ascending } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { withPast } from '../deal/past/withPast';
import { dealFilter } from '../filter/dealFilter';
import type { DealFilter } from '../filter/table';
import { DealTree, type Bundle } from '../pipeline/dealTree';
import type { Process } from '../process/process';
import { remembered } from '../remember';
import { toEnd } from '../steps';
import { SumsOfBranches } from '../pipeline/addUp';
import { callsOf, type CallsReport } from './calls';
import { seeBundle, type DealTally, type SeenBundle } from './dealTally';
import { deviationsOf, type Deviations } from './deviations';
import { flowsOf, type Flow } from './flows';
import { forecastOf, type ForecastReport } from './forecast';
import { funnelOf, type FunnelReport } from './funnel';
import { headlineOf, type Headline } from './headline';
import { holdsBackMost, type HoldsBack } from './holdsBack';
import { dealsInNeed, type DealInNeed } from './inNeed';
import { keyFigures } from './keyFigures';
import type { OpenDeal } from './openDeals';
import { tallyOpen, type OpenTally } from './openTally';
import { outcomesIn, type ClosedDeals, type Outcomes } from './outcomes';
import { ownersOf, type OwnerReport } from './owners';
import { lastMonday } from './periods';
import type { ReportQuestion, Span } from './question';
import { quotaFor } from './quota';
import type { StageReport, UsualStay } from './stageReport';
import { changesIn } from './today/changes';
import { runningQuarter } from './today/runningQuarter';
import type { TodayReport } from './today/today';
import { whatToDo } from './today/whatToDo';
import { valueFunnels, type ValueFunnel } from './valueFunnel';
import type { WhatIfBase } from './whatIf';
import { whatIfBase } from './whatIfBase';

/**
 * All that the funnel page shows of one pipeline, as plain data that can be sent and stored: no `undefined`, no maps.
 * Texts in it come from files and are not escaped.
 */
export interface Report extends FunnelReport {
  /** Deals that the filter leaves out; they are not in `files`. */
  readonly leftOut: number;
  /** Deals without any day that the filter means: for a day in the past they are in no figure. */
  readonly undated: number;
  /** Deals with a day that can't be: what hangs on it is in no figure of time. */
  readonly misdated: number;
  /** Deals in conflict: they count as one of their sides has them. */
  readonly inConflict: number;
  /** Deals of which a move or an outcome is known from git alone. */
  readonly fromGit: number;
  /** The funnel in money, by currency: only currencies with something in them. */
  readonly byValue: Readonly<Record<string, ValueFunnel>>;
  /** Deals with no value, or one of 0: they are in no sum of money. */
  readonly withoutValue: number;
  /** What was won and lost, and why. */
  readonly outcomes: Outcomes;
  /** Of what was lost, the deals whose last stage isn't known. */
  readonly lostInUnknown: ClosedDeals;
  /** Each open deal and how long it has been where it is, in the order of their paths. */
  readonly openDeals: readonly OpenDeal[];
  /** From which stage to which deals moved: only those moves that happened, by the order of the stages. */
  readonly flows: readonly Flow[];
  readonly deviations: Deviations;
  readonly holdsBack: HoldsBack;
  readonly whatIf: WhatIfBase;
  /** The open deals that want something done, those in most need first. */
  readonly inNeed: readonly DealInNeed[];
  readonly forecast: ForecastReport;
  /** What was called, against what came; `null` where the filter leaves only some deals of an owner. */
  readonly calls: CallsReport | null;
  readonly headline: Headline;
  /** How each owner does, by name; deals without an owner come last. */
  readonly owners: readonly OwnerReport[];
  /** What a rep wants to know in the morning: the number, what to do, what has changed. */
  readonly today: TodayReport;
}

/** Answers a question whole. What was added up of deals that have not changed since the last report is kept from it. */
export function makeReport(question: ReportQuestion): Report {
  const { process, asOf } = question;
  const { listed, today, ...report } = toEnd(figuresOf(question));
  const byPath = <T>(list: readonly T[], pathOf: (one: T) => string) =>
    list.toSorted((a, b) => ascending(pathOf(a), pathOf(b)));
  const needs = byPath(listed.needs, ({ deal }) => deal.path);
  return {
    ...report,
    openDeals: byPath(listed.deals, ({ path }) => path),
    inNeed: dealsInNeed(needs),
    today: { ...today, toDo: whatToDo(needs, process, asOf) },
  };
}

/** A report without its long lists, and what they are made of. */
export interface ReportFigures extends Omit<Report, 'openDeals' | 'inNeed' | 'today'> {
  readonly today: Omit<TodayReport, 'toDo'>;
  readonly listed: OpenTally;
}

/**
 * The figures of a report, step by step.
 *
 * @yields every now and then, so that others can have their turn: no step takes more than a few ms
 */
export function* figuresOf(question: ReportQuestion): Generator<undefined, ReportFigures> {
  const { process, asOf, against = 'month', since = lastMonday(asOf), filter = EVERY_DEAL } = question;
  const { quota = quotaFor(filter, process) } = question;
  const isMeant = dealFilter(filter, question);
  const undated = (question.undated ?? []).filter(isMeant).length;
  const tree = DealTree.of(question.deals);
  const known = knownOf(filter);
  const see = (bundle: Bundle) => known.see(bundle, filter, process, asOf, against, since);
  const tally = yield* known.sums.of(tree, bundle => see(bundle).tally);
  const key = keyFigures(tally.headline.key);
  const funnel = funnelOf(tally.funnel, key, question.files, asOf);
  const { stages, winRate } = funnel;
  const usual = known.usual(stages);
  const listed = yield* known.listed.of(tree, bundle => known.listOpen(see(bundle), usual, process, asOf));
  const forecast = forecastOf(tally.forecast, process, asOf, winRate.count, quota);
  const { misdated, inConflict, fromGit, withoutValue, outcomes } = tally;
  const deals = question.calls?.length
    ? [...tree].flatMap(deal => (isMeant(withPast(deal)) ? withPast(deal) : []))
    : [];
  yield;
  return {
    ...funnel,
    leftOut: tally.all - tally.deals + (question.undated?.length ?? 0) - undated,
    undated,
    ...{ misdated, inConflict, fromGit, withoutValue },
    byValue: valueFunnels(tally.values),
    outcomes: outcomesIn(outcomes),
    lostInUnknown: outcomes.lostInUnknown,
    flows: flowsOf(tally.flows),
    deviations: deviationsOf(tally.deviations),
    holdsBack: holdsBackMost(stages, process),
    whatIf: whatIfBase(tally.entries, key, stages, filter, asOf),
    forecast,
    calls: callsOf(deals, question),
    headline: headlineOf(tally.headline, tally.before, question),
    owners: ownersOf(tally.owners, question),
    today: {
      quarter: runningQuarter(forecast, process, asOf),
      changes: changesIn(tally.changes, since),
    },
    listed,
  };
}

const EVERY_DEAL: DealFilter = {};

/** What is remembered of deals by a filter, and of all of them by none. */
const knownOf = remembered((_: DealFilter) => {
  let lastUsual: readonly UsualStay[] = [];
  return {
    see: remembered(
      (
        bundle: Bundle,
        filter: DealFilter,
        process: Process,
        asOf: CalendarDate,
        against: Span,
        since: CalendarDate,
      ) => seeBundle(bundle, { filter, process, asOf, against, since }),
    ),
    listOpen: remembered(
      ({ open }: SeenBundle, usual: readonly UsualStay[], process: Process, asOf: CalendarDate) =>
        tallyOpen(open, usual, process, asOf),
    ),
    sums: new SumsOfBranches<DealTally>(),
    listed: new SumsOfBranches<OpenTally>(),
    /** The same object as before, where it says the same. */
    usual(stages: readonly StageReport[]): readonly UsualStay[] {
      const now = stages.map(({ stays: { p90, completed } }) => ({ p90, completed }));
      if (!equal(now, lastUsual)) lastUsual = now;
      return lastUsual;
    },
  };
});

function equal(some: readonly UsualStay[], others: readonly UsualStay[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ p90, completed }, k) => p90 === others[k]!.p90 && completed === others[k]!.completed)
  );
}
