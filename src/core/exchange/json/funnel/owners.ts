import type { OwnerReport } from '../../../metrics/owners';
import { pick } from '../pick';
import type { OwnerJson } from '../schema/funnel/owners';
import { dealSumAsJson, openAsJson } from './figures';
import { coverageAsJson } from './forecast';

export function ownerAsJson(report: OwnerReport): OwnerJson {
  const { open, won, coverage, slipped, oldestUntouched: oldest } = report;
  return {
    owner: report.owner,
    open: openAsJson(open),
    won: dealSumAsJson(won),
    coverage: coverage && coverageAsJson(coverage),
    slipped: dealSumAsJson(slipped),
    activities: report.activities,
    oldestUntouched: oldest && pick(oldest, 'path', 'title', 'days'),
  };
}
