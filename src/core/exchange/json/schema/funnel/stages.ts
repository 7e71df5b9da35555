import { Type } from 'typebox';
import { count, exact, stage, type Published } from '../values';
import { figure, interval, open, reason, sums } from './figures';

const stays = exact({
  completed: count(),
  mean: figure(),
  p25: figure(),
  median: figure(),
  p75: figure(),
  p90: figure(),
  open: count(),
  kaplanMeierMedian: figure('With the open stays taken into account.'),
  totalDays: count('Of completed and open stays.'),
});
export type StaysJson = Published<typeof stays>;

const lostIn = exact(
  { count: count(), value: sums, reasons: Type.Array(reason) },
  { description: 'Deals that were here when they were lost.' },
);

export const funnelStage = exact({
  stage,
  reached: count('Deals that were ever here or further on.'),
  pending: count('Of them, those that are open and were never further on.'),
  lost: count('Of them, those that were lost and were never further on.'),
  touched: count('Deals that actually entered the stage; deals that skipped it only reached it.'),
  strict: count('Deals that came here one stage at a time from the first.'),
  conversion: figure('reached of the next stage / (reached − pending)'),
  n: count('How many deals the conversion is based on: reached − pending.'),
  interval,
  headroom: figure('What the chain would gain if this stage lost no deals.'),
  open,
  lostIn,
  stays,
  load: figure('The stage’s share of all days in all stages.'),
});
export type StageJson = Published<typeof funnelStage>;

const valueStage = exact({
  stage,
  reached: Type.Number(),
  pending: Type.Number(),
  lost: Type.Number(),
  touched: Type.Number(),
  strict: Type.Number(),
  conversion: figure(),
  n: count('How many deals the conversion is based on.'),
});

/** The funnel in the money of one currency. */
export const valueFunnel = exact({
  deals: count(),
  won: Type.Number(),
  stages: Type.Array(valueStage, { description: 'Sums of money, of the seven stages in order.' }),
  chain: figure(),
});
export type ValueFunnelJson = Published<typeof valueFunnel>;
