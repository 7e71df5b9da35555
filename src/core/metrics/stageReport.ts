import { sum } from 'd3-array';
import type { MoneyMap } from '../money';
import type { Process } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import type { Journey } from './journey';
import { staysReport, type StaysReport } from './stays';
import { isWon, openDeals, ratio, valueOf, type OpenDeals } from './sums';

/** One stage in the funnel. */
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
  readonly conversion: number | null;
  /** What the chain would gain if this stage lost nobody. */
  readonly headroom: number | null;
  /** Open deals that are here now. */
  readonly open: OpenDeals;
  /** Deals that were here when they were lost. */
  readonly lostIn: { readonly count: number; readonly value: Readonly<MoneyMap> };
  readonly stays: StaysReport;
  /** The stage's share of all days in all stages. */
  readonly load: number | null;
}

/** The seven stages, in order. */
export function stageReports(journeys: readonly Journey[], process: Process): StageReport[] {
  const tallies = tallyStages(journeys);
  // reached(k) = reached(k+1) + pending(k) + lost(k); behind the last stage stand the won deals.
  const reached = [journeys.filter(isWon).length];
  for (const { pending, lost } of tallies.toReversed()) reached.unshift(reached[0]! + pending + lost);
  const conversions = tallies.map(({ pending }, k) => ratio(reached[k + 1]!, reached[k]! - pending));
  const chain = chainOf(conversions);
  const stays = tallies.map(({ completedStays, openStays }) => staysReport(completedStays, openStays));
  const allDays = sum(stays, ({ totalDays }) => totalDays);
  return tallies.map(({ stage, pending, lost, touched, openHere, lostHere }, k) => ({
    stage,
    reached: reached[k]!,
    pending,
    lost,
    touched,
    conversion: conversions[k]!,
    headroom: chain === null ? null : chainOf(conversions.with(k, 1))! - chain,
    open: openDeals(openHere, process),
    lostIn: { count: lostHere.length, value: valueOf(lostHere) },
    stays: stays[k]!,
    load: ratio(stays[k]!.totalDays, allDays),
  }));
}

/** The product of all conversions; none where one of them has nothing to divide by. */
export function chainOf(conversions: readonly (number | null)[]): number | null {
  return conversions.reduce(
    (product, rate) => (product === null || rate === null ? null : product * rate),
    1,
  );
}

/** What is gathered of one stage in a single walk over all journeys. */
interface StageTally {
  readonly stage: StageId;
  pending: number;
  lost: number;
  touched: number;
  readonly openHere: Journey[];
  readonly lostHere: Journey[];
  readonly completedStays: number[];
  readonly openStays: number[];
}

function tallyStages(journeys: readonly Journey[]): StageTally[] {
  const tallies = STAGE_IDS.map((stage): StageTally => ({
    stage,
    pending: 0,
    lost: 0,
    touched: 0,
    openHere: [],
    lostHere: [],
    completedStays: [],
    openStays: [],
  }));
  const at = (stage: StageId) => tallies[stageIndex(stage)]!;
  for (const journey of journeys) {
    const { deal, furthest, stages, stays } = journey;
    if (deal.status === 'open') {
      tallies[furthest]!.pending++;
      at(deal.stage).openHere.push(journey);
    } else if (deal.status === 'lost') {
      tallies[furthest]!.lost++;
      at(deal.stage).lostHere.push(journey);
    }
    stages.forEach((stage, index) => {
      if (stages.indexOf(stage) === index) at(stage).touched++;
    });
    for (const { stage, days, open } of stays) {
      const tally = at(stage);
      (open ? tally.openStays : tally.completedStays).push(days);
    }
  }
  return tallies;
}
