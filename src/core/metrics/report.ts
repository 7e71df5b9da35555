import { ascending } from 'd3-array';
import { callsOf, type CallsReport } from './calls';
import { withPast } from '../deal/past/withPast';
import { dealFilter } from '../filter/dealFilter';
import { deviationsOf, type Deviations } from './deviations';
import { flowsOf, type Flow } from './flows';
import { forecastOf, type ForecastReport } from './forecast';
import { funnelOf, type FunnelReport } from './funnel';
import { headlineOf, type Headline } from './headline';
import { holdsBackMost, type HoldsBack } from './holdsBack';
import { dealsInNeed, needsOfOpen, type DealInNeed } from './inNeed';
import { journeyOf } from './journey';
import { keyFigures } from './keyFigures';
import { openByPath, openDealsOf, type OpenDeal } from './openDeals';
import { lostInUnknown, outcomesOf, type ClosedDeals, type Outcomes } from './outcomes';
import { ownersOf, type OwnerReport } from './owners';
import type { ReportQuestion } from './question';
import { quotaFor } from './quota';
import { hasValue } from './sums';
import { todayOf, type TodayReport } from './today/today';
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
  /** Of what was lost, that of which nobody knows the last stage. */
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

/** Answers a question whole. The journeys of deals that have not changed since the last report are kept from it. */
export function makeReport(question: ReportQuestion): Report {
  const { process, asOf, filter = {} } = question;
  const { quota = quotaFor(filter, process) } = question;
  // In one order, so that figures are the same to their last digit in whatever order files are read.
  const all = [...question.deals].map(withPast).sort((a, b) => ascending(a.path, b.path));
  const isMeant = dealFilter(filter, question);
  const deals = all.filter(isMeant);
  const undated = (question.undated ?? []).filter(isMeant).length;
  const journeys = deals.map(deal => journeyOf(deal, asOf));
  const key = keyFigures(journeys, process);
  const funnel = funnelOf(journeys, key, question.files, process, asOf);
  const { stages, winRate } = funnel;
  const open = openByPath(journeys);
  const openDeals = openDealsOf(open, stages, process, asOf);
  const openNeeds = needsOfOpen(open, openDeals, stages, process, asOf);
  const forecast = forecastOf(journeys, process, asOf, winRate.count, quota);
  return {
    ...funnel,
    leftOut: all.length - deals.length + (question.undated?.length ?? 0) - undated,
    undated,
    misdated: journeys.filter(({ isMisdated }) => isMisdated).length,
    inConflict: deals.filter(({ conflict }) => conflict).length,
    fromGit: deals.filter(({ history }) => history.some(({ inGit }) => inGit)).length,
    byValue: valueFunnels(journeys),
    withoutValue: journeys.filter(journey => !hasValue(journey)).length,
    outcomes: outcomesOf(deals),
    lostInUnknown: lostInUnknown(deals),
    openDeals,
    flows: flowsOf(journeys),
    deviations: deviationsOf(journeys),
    holdsBack: holdsBackMost(stages, process),
    whatIf: whatIfBase(journeys, key, stages, filter, asOf),
    inNeed: dealsInNeed(openNeeds),
    forecast,
    calls: callsOf(deals, question),
    headline: headlineOf(journeys, key, question),
    owners: ownersOf(deals, question),
    today: todayOf({ deals, openNeeds, forecast }, question),
  };
}
