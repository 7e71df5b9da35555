import { group, mean, median, quantileSorted, sum } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { addMoney, type MoneyMap } from '../money';
import { probabilityOf, type FileCounts } from '../pipeline/pipeline';
import type { Process } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import type { Deal } from '../deal/deal';
import { consistencyOf, type Consistency } from './consistency';
import { journeyOf, type Journey } from './journey';
import { kaplanMeierMedian, wilsonInterval } from './statistics';

/** Rates are fractions of 1, times are in days. A figure with nothing to divide by is `null`. */
export interface FunnelReport {
  readonly asOf: CalendarDate;
  readonly files: FileCounts;
  readonly stages: readonly StageReport[];
  /** The product of the seven conversions. */
  readonly chain: number | null;
  readonly winRate: WinRate;
  /** First known day to close, over won deals. */
  readonly cycle: { readonly mean: number | null; readonly median: number | null };
  readonly open: OpenDeals;
  /** Expected won value a day, by currency. */
  readonly velocity: Readonly<Record<string, number | null>>;
  readonly consistency: Consistency;
}

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

export interface OpenDeals {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
  readonly weighted: Readonly<MoneyMap>;
}

export interface WinRate {
  readonly count: number | null;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
  readonly value: Readonly<MoneyMap>;
  readonly cohort: number | null;
}

export interface StaysReport {
  readonly completed: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly open: number;
  /** With the open stays taken into account; `null` where there are none, or too few have ended. */
  readonly kaplanMeierMedian: number | null;
  /** Of completed and open stays. */
  readonly totalDays: number;
}

/**
 * Every figure of the funnel. For a day in the past, pass the deals as they stood then (`rewindDeal`).
 *
 * @param files how many files there are that are no deals
 * @param asOf the day up to which open stays count
 */
export function funnelReport(
  deals: Iterable<Deal>,
  files: Pick<FileCounts, 'needsAttention' | 'otherNotes'>,
  process: Process,
  asOf: CalendarDate,
): FunnelReport {
  const journeys = Array.from(deals, deal => journeyOf(deal, asOf));
  const stages = stageReports(journeys, process);
  const won = journeys.filter(isWon);
  const lost = journeys.filter(isLost);
  const cycles = cyclesOf(won);
  return {
    asOf,
    files: {
      total: journeys.length + files.needsAttention + files.otherNotes,
      open: journeys.length - won.length - lost.length,
      won: won.length,
      lost: lost.length,
      needsAttention: files.needsAttention,
      otherNotes: files.otherNotes,
    },
    stages,
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    winRate: winRateOf(won, lost, journeys.length),
    cycle: { mean: mean(cycles) ?? null, median: median(cycles) ?? null },
    open: openDeals(journeys, process),
    velocity: velocityOf(journeys),
    consistency: consistencyOf(journeys),
  };
}

function stageReports(journeys: readonly Journey[], process: Process): StageReport[] {
  const tallies = tallyStages(journeys);
  const won = journeys.filter(isWon).length;
  let further = won;
  const counts = tallies.reduceRight<StageCounts[]>((later, tally) => {
    const reached = further + tally.pending + tally.lost;
    const conversion = ratio(further, reached - tally.pending);
    further = reached;
    return [{ ...countStage(tally, process), reached, conversion }, ...later];
  }, []);
  const conversions = counts.map(({ conversion }) => conversion);
  const chain = chainOf(conversions);
  const allDays = sum(counts, ({ stays }) => stays.totalDays);
  return counts.map((count, k) => ({
    ...count,
    headroom: chain === null ? null : chainOf(conversions.with(k, 1))! - chain,
    load: ratio(count.stays.totalDays, allDays),
  }));
}

type StageCounts = Omit<StageReport, 'headroom' | 'load'>;

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
    ...{ pending: 0, lost: 0, touched: 0 },
    ...{ openHere: [], lostHere: [], completedStays: [], openStays: [] },
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

function countStage(tally: StageTally, process: Process) {
  const { stage, pending, lost, touched, openHere, lostHere, completedStays, openStays } = tally;
  return {
    ...{ stage, pending, lost, touched },
    open: openDeals(openHere, process),
    lostIn: { count: lostHere.length, value: valueOf(lostHere) },
    stays: staysReport(ascending(completedStays), ascending(openStays)),
  };
}

/** linear between the two nearest. */
function quantileOf(sorted: readonly number[], p: number): number | null {
  return quantileSorted(sorted as number[], p) ?? null;
}

/** Typed arrays sort numbers several times as fast. */
function ascending(days: readonly number[]): number[] {
  return Array.from(Float64Array.from(days).sort());
}

function staysReport(completed: readonly number[], open: readonly number[]): StaysReport {
  return {
    completed: completed.length,
    mean: mean(completed) ?? null,
    median: quantileOf(completed, 0.5),
    p75: quantileOf(completed, 0.75),
    p90: quantileOf(completed, 0.9),
    open: open.length,
    kaplanMeierMedian: open.length ? kaplanMeierMedian(completed, open) : null,
    totalDays: sum(completed) + sum(open),
  };
}

function openDeals(journeys: readonly Journey[], process: Process): OpenDeals {
  const open = journeys.filter(isOpen);
  const weighted: MoneyMap = {};
  for (const { deal } of open) addMoney(weighted, deal.value, probabilityOf(deal, process) / 100);
  return { count: open.length, value: valueOf(open), weighted };
}

function winRateOf(won: readonly Journey[], lost: readonly Journey[], created: number): WinRate {
  const closed = valueOf([...won, ...lost]);
  const wonValue = valueOf(won);
  return {
    count: ratio(won.length, won.length + lost.length),
    interval: wilsonInterval(won.length, won.length + lost.length),
    value: Object.fromEntries(
      Object.entries(closed).map(([currency, amount]) => [currency, (wonValue[currency] ?? 0) / amount]),
    ),
    cohort: ratio(won.length, created),
  };
}

/**
 * Open deals at qualification or later × win rate by count × mean won value / mean cycle of won deals: each of the
 * four over the deals of one currency.
 */
function velocityOf(journeys: readonly Journey[]): Record<string, number | null> {
  const byCurrency = group(journeys, ({ deal }) => deal.value?.currency);
  return Object.fromEntries(
    [...byCurrency].flatMap(([currency, own]) => (currency ? [[currency, velocityIn(own)]] : [])),
  );
}

function velocityIn(journeys: readonly Journey[]): number | null {
  const qualified = stageIndex('qualification');
  const open = journeys.filter(one => isOpen(one) && stageIndex(one.deal.stage) >= qualified).length;
  const won = journeys.filter(isWon);
  const lost = journeys.filter(isLost).length;
  const meanValue = mean(won, ({ deal }) => deal.value!.amount);
  const meanCycle = mean(cyclesOf(won));
  if (meanValue === undefined || !meanCycle) return null;
  return (open * (won.length / (won.length + lost)) * meanValue) / meanCycle;
}

function cyclesOf(won: readonly Journey[]): number[] {
  return won.map(({ cycle }) => cycle).filter(cycle => cycle !== undefined);
}

function valueOf(journeys: readonly Journey[]): MoneyMap {
  const value: MoneyMap = {};
  for (const { deal } of journeys) addMoney(value, deal.value);
  return value;
}

const isOpen = ({ deal }: Journey) => deal.status === 'open';
const isWon = ({ deal }: Journey) => deal.status === 'won';
const isLost = ({ deal }: Journey) => deal.status === 'lost';

function chainOf(conversions: readonly (number | null)[]): number | null {
  return conversions.reduce(
    (product, rate) => (product === null || rate === null ? null : product * rate),
    1,
  );
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
