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

/** What is added up of one currency. */
interface ValueTally {
  readonly deals: number;
  readonly won: number;
  readonly stages: Readonly<Record<StageId, Omit<ValueStage, 'stage' | 'reached' | 'conversion'>>>;
}

/** By currency. */
export type ValuesTally = ReadonlyMap<string, ValueTally>;

export function tallyValues(journeys: readonly Journey[]): ValuesTally {
  const byCurrency = group(withKnownPath(journeys).filter(hasValue), ({ deal }) => deal.value!.currency);
  return new Map(Array.from(byCurrency, ([currency, own]) => [currency, tallyValue(own)]));
}

function tallyValue(journeys: readonly Journey[]): ValueTally {
  const tallies = STAGE_IDS.map(() => ({ pending: 0, lost: 0, touched: 0, strict: 0, n: 0 }));
  let won = 0;
  for (const { deal, furthest, touched, strict } of journeys) {
    const { amount } = deal.value!;
    if (deal.status === 'won') won += amount;
    else tallies[furthest]![deal.status === 'open' ? 'pending' : 'lost'] += amount;
    for (const stage of touched) tallies[stageIndex(stage)]!.touched += amount;
    for (let k = 0; k < strict; k++) tallies[k]!.strict += amount;
    // A conversion rests on all that reached a stage but for those that are pending there.
    for (let k = 0; k <= furthest; k++) if (k < furthest || deal.status !== 'open') tallies[k]!.n++;
  }
  const stages = Object.fromEntries(
    tallies.map((tally, k) => [STAGE_IDS[k]!, tally]),
  ) as ValueTally['stages'];
  return { deals: journeys.length, won, stages };
}

/** A funnel for each currency that there is money in, by the order of the codes. */
export function valueFunnels(byCurrency: ValuesTally): Record<string, ValueFunnel> {
  const currencies = [...byCurrency].sort(([a], [b]) => ascending(a, b));
  return Object.fromEntries(currencies.map(([currency, own]) => [currency, valueFunnel(own)]));
}

function valueFunnel({ deals, won, stages: byStage }: ValueTally): ValueFunnel {
  const tallies = STAGE_IDS.map(stage => ({ stage, ...byStage[stage] }));
  const { reached, conversions, chain } = reachOf(won, tallies);
  const stages = tallies.map(({ n, ...sums }, k) => ({
    ...sums,
    reached: reached[k]!,
    conversion: conversions[k]!,
    n,
  }));
  return { deals, won, stages, chain };
}
