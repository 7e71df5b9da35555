import { Type } from 'typebox';
import { count, day, exact, orNull, stage, type Published } from '../values';
import { byCurrency, figure } from './figures';

const ranking = (description: string) =>
  Type.Array(exact({ stage, figure: Type.Number(), n: count() }), { description });

export const holdsBack = exact(
  {
    headroom: ranking('What the chain would gain if the stage lost no deals.'),
    load: ranking('By the stage’s share of all days.'),
    stay: ranking('By the median stay as a multiple of stalled_after.'),
  },
  { description: 'Which stages hold back most: three answers, the worst first.' },
);
export type HoldsBackJson = Published<typeof holdsBack>;

const step = exact({
  stage,
  conversion: figure(),
  n: count(),
  meanStay: figure(),
  medianStay: figure(),
  stays: count(),
});

const ofCurrency = exact({
  entriesPerDay: figure(),
  qualified: count('Open deals at qualification or later.'),
  winRate: figure(),
  meanWonValue: figure(),
  won: count(),
  meanCycle: figure(),
});

export const whatIf = exact(
  {
    window: orNull(exact({ from: day(), to: day(), days: count() }), 'When these deals began.'),
    entries: count(),
    entriesPerDay: figure(),
    steps: Type.Array(step),
    chain: figure(),
    winRate: exact({ rate: figure(), n: count() }),
    cycle: exact({ mean: figure(), n: count() }),
    money: byCurrency(ofCurrency),
  },
  { description: 'What a model of changes starts from: how the process has gone so far.' },
);
export type WhatIfJson = Published<typeof whatIf>;
