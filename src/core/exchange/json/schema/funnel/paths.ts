import { Type } from 'typebox';
import { DEVIATIONS } from '../../../../metrics/deviations';
import { MOVES } from '../../../../metrics/journey';
import { count, exact, oneOf, stage, type Published } from '../values';
import { figure, interval } from './figures';

const variant = exact({
  stages: Type.Array(stage),
  count: count(),
  won: count(),
  lost: count(),
  medianCycle: figure('Of those won.'),
});

export const consistency = exact({
  deals: count('Deals with a known path that moved or were won. With notMoved, all with a known path.'),
  conforming: count(
    'Of deals, those that started at the first stage, moved one stage at a time and, if won, were won from the last.',
  ),
  notMoved: count(),
  wonEarly: count('Deals won from an earlier stage than the last.'),
  moves: count(),
  steps: count(),
  skips: count(),
  backs: count(),
  reworkDeals: count('Deals that entered a stage twice.'),
  reworkDays: count('Days of all stays after the first in a stage.'),
  totalDays: count('Days of all stays, of all deals.'),
  variants: Type.Array(variant, { description: 'Paths deals took, most common first.' }),
});
export type ConsistencyJson = Published<typeof consistency>;

const fate = exact(
  {
    n: count(),
    won: count(),
    lost: count(),
    open: count(),
    winRate: figure('won / (won + lost)'),
    interval,
  },
  { description: 'Results of these deals.' },
);
export type FateJson = Published<typeof fate>;

export const flow = exact({
  from: stage,
  to: stage,
  move: oneOf(MOVES),
  count: count('How often it happened; a deal can count twice.'),
  fate,
});
export type FlowJson = Published<typeof flow>;

export const deviations = exact({
  conforming: fate,
  kinds: Type.Array(exact({ deviation: oneOf(DEVIATIONS), had: fate })),
  missed: Type.Array(exact({ stage, had: fate }), {
    description: 'Deals that got beyond a stage without ever being in it.',
  }),
});
export type DeviationsJson = Published<typeof deviations>;
