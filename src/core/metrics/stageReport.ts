import { sum } from 'd3-array';
import type { MoneyMap } from '../money';
import type { Process } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import type { Journey } from './journey';
import { lossReasons, tallyReasons, type ClosedDeals, type LossReason, type ReasonsTally } from './outcomes';
import { chainOf, reachOf } from './reach';
import { ratio, wilsonInterval } from './statistics';
import { staysReport, type StaysReport } from './stays';
import { dealOfJourney, openDeals, valueOf, type OpenDeals } from './sums';

/**
 * One stage in the funnel. How far deals got is told of those whose path is known; where they are, were lost and how long
 * they stayed, of all.
 */
export interface StageReport {
  readonly stage: StageId;
  /** Deals that were ever here or further on. */
  readonly reached: number;
  /** Of them, those that are open and were never further on. */
  readonly pending: number;
  /** Of them, those that were lost and were never further on. */
  readonly lost: number;
  /** Deals that really entered the stage: one that skipped it reached it only. */
  readonly touched: number;
  /** Deals that came here step by step from the first stage: the first stages that they entered are these. */
  readonly strict: number;
  readonly conversion: number | null;
  /** How many deals the conversion rests on: reached − pending. */
  readonly n: number;
  /** Of the conversion; Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
  /** What the chain would gain if this stage lost nobody. */
  readonly headroom: number | null;
  /** Open deals that are here now. */
  readonly open: OpenDeals;
  /** Deals that were here when they were lost. */
  readonly lostIn: {
    readonly count: number;
    readonly value: Readonly<MoneyMap>;
    readonly reasons: readonly LossReason[];
  };
  readonly stays: StaysReport;
  /** The stage's share of all days in all stages. */
  readonly load: number | null;
}

/** What tells whether a stay is unusual: the seven stages, in order. */
export type UsualStay = Pick<StaysReport, 'p90' | 'completed'>;

/** The seven stages, in order. */
export function stageReports(journeys: readonly Journey[], process: Process): StageReport[] {
  return stagesOf(tallyStages(journeys, process));
}

export function stagesOf({ won, stages }: StagesTally): StageReport[] {
  const tallies = STAGE_IDS.map(id => stages[id]);
  const { reached, conversions, bases, chain } = reachOf(won, tallies);
  const stays = tallies.map(({ completedStays, openStays }) => staysReport(completedStays, openStays));
  const allDays = sum(stays, ({ totalDays }) => totalDays);
  return tallies.map(({ pending, lost, touched, strict, open, lostHere, reasons }, k) => ({
    stage: STAGE_IDS[k]!,
    reached: reached[k]!,
    pending,
    lost,
    touched,
    strict,
    conversion: conversions[k]!,
    n: bases[k]!,
    interval: wilsonInterval(reached[k + 1]!, bases[k]!),
    headroom: chain === null ? null : chainOf(conversions.with(k, 1))! - chain,
    open,
    lostIn: { ...lostHere, reasons: lossReasons(reasons) },
    stays: stays[k]!,
    load: ratio(stays[k]!.totalDays, allDays),
  }));
}

export interface StagesTally {
  /** Of those whose path is known. */
  readonly won: number;
  readonly stages: Readonly<Record<StageId, StageTally>>;
}

/** What is added up of one stage. */
interface StageTally {
  readonly pending: number;
  readonly lost: number;
  readonly touched: number;
  readonly strict: number;
  readonly open: OpenDeals;
  readonly lostHere: ClosedDeals;
  readonly reasons: ReasonsTally;
  readonly completedStays: readonly number[];
  readonly openStays: readonly number[];
}

/** In a single walk over all journeys. */
export function tallyStages(journeys: readonly Journey[], process: Process): StagesTally {
  const tallies = STAGE_IDS.map(() => ({
    counts: { pending: 0, lost: 0, touched: 0, strict: 0 },
    openHere: [] as Journey[],
    lostHere: [] as Journey[],
    completedStays: [] as number[],
    openStays: [] as number[],
  }));
  const at = (stage: StageId) => tallies[stageIndex(stage)]!;
  let won = 0;
  for (const journey of journeys) {
    const { deal, furthest, touched, stays, isPathKnown } = journey;
    if (!deal.stageNotKnown) {
      if (deal.status === 'open') at(deal.stage).openHere.push(journey);
      else if (deal.status === 'lost') at(deal.stage).lostHere.push(journey);
    }
    for (const { stage, days, open } of stays) {
      const tally = at(stage);
      (open ? tally.openStays : tally.completedStays).push(days);
    }
    if (!isPathKnown) continue;
    if (deal.status === 'open') tallies[furthest]!.counts.pending++;
    else if (deal.status === 'lost') tallies[furthest]!.counts.lost++;
    else won++;
    for (const stage of touched) at(stage).counts.touched++;
    for (let k = 0; k < journey.strict; k++) tallies[k]!.counts.strict++;
  }
  const stages = tallies.map(({ counts, openHere, lostHere, completedStays, openStays }, k) => [
    STAGE_IDS[k]!,
    {
      ...counts,
      open: openDeals(openHere, process),
      lostHere: { count: lostHere.length, value: valueOf(lostHere) },
      reasons: tallyReasons(lostHere.map(dealOfJourney)),
      ...{ completedStays, openStays },
    },
  ]);
  return { won, stages: Object.fromEntries(stages) as StagesTally['stages'] };
}
