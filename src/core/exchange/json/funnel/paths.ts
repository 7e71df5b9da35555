import type { Consistency } from '../../../metrics/consistency';
import type { Deviations } from '../../../metrics/deviations';
import type { Fate } from '../../../metrics/fate';
import type { Flow } from '../../../metrics/flows';
import { pick } from '../pick';
import type { ConsistencyJson, DeviationsJson, FateJson, FlowJson } from '../schema/funnel/paths';

export function consistencyAsJson(consistency: Consistency): ConsistencyJson {
  return {
    ...pick(consistency, 'deals', 'conforming', 'notMoved', 'wonEarly', 'moves', 'steps', 'skips', 'backs'),
    ...pick(consistency, 'reworkDeals', 'reworkDays', 'totalDays'),
    variants: consistency.variants.map(variant =>
      pick(variant, 'stages', 'count', 'won', 'lost', 'medianCycle'),
    ),
  };
}

export function flowAsJson(flow: Flow): FlowJson {
  return { ...pick(flow, 'from', 'to', 'move', 'count'), fate: fateAsJson(flow.fate) };
}

export function deviationsAsJson({ conforming, kinds, missed }: Deviations): DeviationsJson {
  return {
    conforming: fateAsJson(conforming),
    kinds: kinds.map(({ deviation, had }) => ({ deviation, had: fateAsJson(had) })),
    missed: missed.map(({ stage, had }) => ({ stage, had: fateAsJson(had) })),
  };
}

function fateAsJson(fate: Fate): FateJson {
  return pick(fate, 'n', 'won', 'lost', 'open', 'winRate', 'interval');
}
