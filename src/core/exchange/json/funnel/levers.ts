import type { HoldsBack, RankedStage } from '../../../metrics/holdsBack';
import type { WhatIfBase } from '../../../metrics/whatIf';
import { pick } from '../pick';
import type { HoldsBackJson, WhatIfJson } from '../schema/funnel/levers';
import { eachAsJson } from './figures';

export function holdsBackAsJson({ headroom, load, stay }: HoldsBack): HoldsBackJson {
  const ranking = (stages: readonly RankedStage[]) => stages.map(one => pick(one, 'stage', 'figure', 'n'));
  return { headroom: ranking(headroom), load: ranking(load), stay: ranking(stay) };
}

export function whatIfAsJson(base: WhatIfBase): WhatIfJson {
  return {
    window: base.window && pick(base.window, 'from', 'to', 'days'),
    ...pick(base, 'entries', 'entriesPerDay'),
    steps: base.steps.map(step => pick(step, 'stage', 'conversion', 'n', 'meanStay', 'medianStay', 'stays')),
    chain: base.chain,
    winRate: pick(base.winRate, 'rate', 'n'),
    cycle: pick(base.cycle, 'mean', 'n'),
    money: eachAsJson(base.money, own =>
      pick(own, 'entriesPerDay', 'qualified', 'winRate', 'meanWonValue', 'won', 'meanCycle'),
    ),
  };
}
