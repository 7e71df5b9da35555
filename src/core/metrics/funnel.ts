import { group, mean, median } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { FileCounts } from '../pipeline/pipeline';
import type { Process } from '../process/process';
import type { Deal } from '../deal/deal';
import { consistencyOf, type Consistency } from './consistency';
import { journeyOf, withKnownPath, type Journey } from './journey';
import { keyFigures, type KeyFigures } from './keyFigures';
import { chainOf } from './reach';
import { stageReports, type StageReport } from './stageReport';
import { ratio, wilsonInterval } from './statistics';
import { hasValue, isWonJourney, valueOf, type AllOpenDeals } from './sums';
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
  return funnelOf(journeys, keyFigures(journeys, process), files, process, asOf);
}

export function funnelOf(
  journeys: readonly Journey[],
  { won, lost, cycles, open, velocity }: KeyFigures,
  files: Pick<FileCounts, 'needsAttention' | 'otherNotes'>,
  process: Process,
  asOf: CalendarDate,
): FunnelReport {
  const stages = stageReports(journeys, process);
  const known = withKnownPath(journeys).length;
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
    paths: { known, unknown: journeys.length - known },
    chain: chainOf(stages.map(({ conversion }) => conversion)),
    ...winRatesOf(won, lost, journeys.length),
    cycle: { mean: mean(cycles) ?? null, median: median(cycles) ?? null },
    open,
    velocity: velocityOf(velocity),
    consistency: consistencyOf(journeys),
  };
}

function winRatesOf(
  won: readonly Journey[],
  lost: readonly Journey[],
  created: number,
): Pick<FunnelReport, 'winRate' | 'valued'> {
  const byCurrency = group([...won, ...lost].filter(hasValue), ({ deal }) => deal.value!.currency);
  const sides = [...byCurrency].map(([currency, own]) => {
    const ownWon = own.filter(isWonJourney);
    const counts = { won: ownWon.length, lost: own.length - ownWon.length };
    const rate = counts.won && counts.lost ? valueOf(ownWon)[currency]! / valueOf(own)[currency]! : null;
    return { currency, counts, rate };
  });
  const winRate = {
    count: ratio(won.length, won.length + lost.length),
    interval: wilsonInterval(won.length, won.length + lost.length),
    value: Object.fromEntries(sides.map(({ currency, rate }) => [currency, rate])),
    cohort: ratio(won.length, created),
  };
  return { winRate, valued: Object.fromEntries(sides.map(({ currency, counts }) => [currency, counts])) };
}
