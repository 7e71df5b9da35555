import type { Outcomes } from '../../metrics/outcomes';
import type { Report } from '../../metrics/report';
import { callsAsJson } from './funnel/calls';
import { dealInNeedAsJson, openDealAsJson } from './funnel/deals';
import { dealSumAsJson, eachAsJson, reasonsAsJson } from './funnel/figures';
import { forecastAsJson, headlineAsJson } from './funnel/forecast';
import { holdsBackAsJson, whatIfAsJson } from './funnel/levers';
import { ownerAsJson } from './funnel/owners';
import { consistencyAsJson, deviationsAsJson, flowAsJson } from './funnel/paths';
import { stageAsJson, valueFunnelAsJson } from './funnel/stages';
import { pick } from './pick';
import type { FunnelJson, OutcomesJson } from './schema/funnel';
import { fileCounts } from './values';

/** What `funnel --json` prints. */
export function funnelAsJson(report: Report): FunnelJson {
  return {
    version: 1,
    asOf: report.asOf,
    files: fileCounts(report.files),
    stages: report.stages.map(stageAsJson),
    paths: pick(report.paths, 'known', 'unknown'),
    chain: report.chain,
    winRate: pick(report.winRate, 'count', 'interval', 'value', 'cohort'),
    cycle: pick(report.cycle, 'mean', 'median'),
    open: pick(report.open, 'count', 'value', 'weighted', 'stageNotKnown'),
    velocity: report.velocity,
    consistency: consistencyAsJson(report.consistency),
    leftOut: report.leftOut,
    undated: report.undated,
    misdated: report.misdated,
    inConflict: report.inConflict,
    fromGit: report.fromGit,
    byValue: eachAsJson(report.byValue, valueFunnelAsJson),
    withoutValue: report.withoutValue,
    valued: eachAsJson(report.valued, one => pick(one, 'won', 'lost')),
    outcomes: outcomesAsJson(report.outcomes),
    lostInUnknown: dealSumAsJson(report.lostInUnknown),
    openDeals: report.openDeals.map(openDealAsJson),
    flows: report.flows.map(flowAsJson),
    deviations: deviationsAsJson(report.deviations),
    holdsBack: holdsBackAsJson(report.holdsBack),
    whatIf: whatIfAsJson(report.whatIf),
    inNeed: report.inNeed.map(dealInNeedAsJson),
    forecast: forecastAsJson(report.forecast),
    calls: report.calls && callsAsJson(report.calls),
    headline: headlineAsJson(report.headline),
    owners: report.owners.map(ownerAsJson),
  };
}

function outcomesAsJson({ won, lost }: Outcomes): OutcomesJson {
  return {
    won: dealSumAsJson(won),
    lost: { ...pick(lost, 'count', 'value'), reasons: reasonsAsJson(lost.reasons) },
  };
}
