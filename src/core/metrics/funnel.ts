import { mean, median } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { FileCounts } from '../pipeline/pipeline';
import type { Process } from '../process/process';
import type { Deal } from '../deal/deal';
import { consistencyOf, tallyConsistency, type Consistency, type ConsistencyTally } from './consistency';
import { journeyOf, withKnownPath, type Journey } from './journey';
import { keyFigures, tallyKeyFigures, type KeyFigures } from './keyFigures';
import { chainOf } from './reach';
import { stagesOf, tallyStages, type StageReport, type StagesTally } from './stageReport';
import { ratio, wilsonInterval } from './statistics';
import type { AllOpenDeals } from './sums';
import { velocityOf } from './velocity';

/** Rates are fractions of 1, times are in days. A figure with nothing to divide by is `null`. */
export interface FunnelReport {
  readonly asOf: CalendarDate;
  readonly files: FileCounts;
  readonly stages: readonly StageReport[];
  /** Of how many deals the file tells where they began, and of how many it does not: those are in no conversion. */
  readonly paths: { readonly known: number; readonly unknown: number };
  /** The product of the seven conversions. */
  readonly chain: number | null;
  readonly winRate: WinRate;
  /** By currency, the closed deals with a value that is not 0: what the win rate by value rests on. */
  readonly valued: Readonly<Record<string, { readonly won: number; readonly lost: number }>>;
  /** First known day to close, over won deals. */
  readonly cycle: { readonly mean: number | null; readonly median: number | null };
  readonly open: AllOpenDeals;
  /** Expected won value a day, by currency. */
  readonly velocity: Readonly<Record<string, number | null>>;
  readonly consistency: Consistency;
}

export interface WinRate {
  readonly count: number | null;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
  /** By currency, of the deals with a value that is not 0; `null` where none were won, or none were lost. */
  readonly value: Readonly<Record<string, number | null>>;
  readonly cohort: number | null;
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
  const key = keyFigures(tallyKeyFigures(journeys, process));
  return funnelOf(tallyFunnel(journeys, process), key, files, asOf);
}

/** What is added up for the funnel, beside the key figures. */
export interface FunnelTally {
  readonly deals: number;
  readonly known: number;
  readonly stages: StagesTally;
  readonly consistency: ConsistencyTally;
}

export function tallyFunnel(journeys: readonly Journey[], process: Process): FunnelTally {
  return {
    deals: journeys.length,
    known: withKnownPath(journeys).length,
    stages: tallyStages(journeys, process),
    consistency: tallyConsistency(journeys),
  };
}

export function funnelOf(
  { deals, known, stages: tallies, consistency }: FunnelTally,
  key: KeyFigures,
  files: Pick<FileCounts, 'needsAttention' | 'otherNotes'>,
  asOf: CalendarDate,
): FunnelReport {
  const { won, lost, cycles, open, velocity } = key;
  const stages = stagesOf(tallies);
  return {
    asOf,
    files: {
      total: deals + files.needsAttention + files.otherNotes,
      open: deals - won - lost,
      won,
      lost,
      needsAttention: files.needsAttention,
      otherNotes: files.otherNotes,
    },
    stages,
    paths: { known, unknown: deals - known },
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    ...winRatesOf(key, deals),
    cycle: { mean: mean(cycles) ?? null, median: median(cycles) ?? null },
    open,
    velocity: velocityOf(velocity),
    consistency: consistencyOf(consistency),
  };
}

function winRatesOf(
  { won, lost, valued, value }: KeyFigures,
  created: number,
): Pick<FunnelReport, 'winRate' | 'valued'> {
  const currencies = [...new Set([...Object.keys(valued.won), ...Object.keys(valued.lost)])].sort();
  const sides = currencies.map(currency => {
    const [ownWon, ownLost] = [value.won[currency] ?? 0, value.lost[currency] ?? 0];
    const counts = { won: valued.won[currency] ?? 0, lost: valued.lost[currency] ?? 0 };
    const rate = counts.won && counts.lost ? ownWon / (ownWon + ownLost) : null;
    return { currency, counts, rate };
  });
  const winRate = {
    count: ratio(won, won + lost),
    interval: wilsonInterval(won, won + lost),
    value: Object.fromEntries(sides.map(({ currency, rate }) => [currency, rate])),
    cohort: ratio(won, created),
  };
  return { winRate, valued: Object.fromEntries(sides.map(({ currency, counts }) => [currency, counts])) };
}
