import { ascending, group } from 'd3-array';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { withKnownPath, type Journey } from './journey';
import { reachOf } from './reach';
import { hasValue } from './sums';

/** The funnel with what deals are worth in the place of how many they are, in one currency. */
export interface ValueFunnel {
  /** How many deals it is made of: those with a value whose path is known. */
  readonly deals: number;
  readonly won: number;
  readonly stages: readonly ValueStage[];
  /** The product of the seven conversions. */
  readonly chain: number | null;
}

/** Sums of money. As with counts: reached(k) = reached(k+1) + pending(k) + lost(k). */
export interface ValueStage {
  readonly stage: StageId;
  readonly reached: number;
  readonly pending: number;
  readonly lost: number;
  readonly touched: number;
  readonly strict: number;
  readonly conversion: number | null;
  /** How many deals the conversion rests on. */
  readonly n: number;
}

/** A funnel for each currency that there is money in, by the order of the codes. */
export function valueFunnels(journeys: readonly Journey[]): Record<string, ValueFunnel> {
  const byCurrency = group(withKnownPath(journeys).filter(hasValue), ({ deal }) => deal.value!.currency);
  const currencies = [...byCurrency].sort(([a], [b]) => ascending(a, b));
  return Object.fromEntries(currencies.map(([currency, own]) => [currency, valueFunnel(own)]));
}

function valueFunnel(journeys: readonly Journey[]): ValueFunnel {
  const tallies = STAGE_IDS.map(() => ({ pending: 0, lost: 0, touched: 0, strict: 0, settled: 0 }));
  let won = 0;
  for (const { deal, furthest, touched, strict } of journeys) {
    const { amount } = deal.value!;
    if (deal.status === 'won') won += amount;
    else tallies[furthest]![deal.status === 'open' ? 'pending' : 'lost'] += amount;
    for (const stage of touched) tallies[stageIndex(stage)]!.touched += amount;
    for (let k = 0; k < strict; k++) tallies[k]!.strict += amount;
    // A conversion rests on all that reached a stage but for those that are pending there.
    for (let k = 0; k <= furthest; k++) if (k < furthest || deal.status !== 'open') tallies[k]!.settled++;
  }
  const { reached, conversions, chain } = reachOf(won, tallies);
  const stages = tallies.map(({ settled, ...sums }, k) => ({
    stage: STAGE_IDS[k]!,
    reached: reached[k]!,
    ...sums,
    conversion: conversions[k]!,
    n: settled,
  }));
  return { deals: journeys.length, won, stages, chain };
}
