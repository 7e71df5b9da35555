import type { StageReport } from '../../../metrics/stageReport';
import type { ValueFunnel } from '../../../metrics/valueFunnel';
import { pick } from '../pick';
import type { StageJson, ValueFunnelJson } from '../schema/funnel/stages';
import { openAsJson, reasonsAsJson } from './figures';

export function stageAsJson(report: StageReport): StageJson {
  const { lostIn, stays } = report;
  return {
    ...pick(
      report,
      'stage',
      'reached',
      'pending',
      'lost',
      'touched',
      'strict',
      'conversion',
      'n',
      'interval',
    ),
    headroom: report.headroom,
    open: openAsJson(report.open),
    lostIn: { ...pick(lostIn, 'count', 'value'), reasons: reasonsAsJson(lostIn.reasons) },
    stays: {
      ...pick(stays, 'completed', 'mean', 'p25', 'median', 'p75', 'p90', 'open'),
      ...pick(stays, 'kaplanMeierMedian', 'totalDays'),
    },
    load: report.load,
  };
}

export function valueFunnelAsJson({ deals, won, stages, chain }: ValueFunnel): ValueFunnelJson {
  return {
    deals,
    won,
    stages: stages.map(stage =>
      pick(stage, 'stage', 'reached', 'pending', 'lost', 'touched', 'strict', 'conversion', 'n'),
    ),
    chain,
  };
}
