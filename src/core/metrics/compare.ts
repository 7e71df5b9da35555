import type { StageId } from '../process/stages';
import type { Report } from './report';
import type { StageReport } from './stageReport';
import { changesWithOpen } from './stays';
import { seenOf } from './thin';

export interface ComparedRate {
  readonly figure: 'winRate' | 'conversion';
  /** The stage of a conversion. */
  readonly stage: StageId | null;
  readonly left: RateWithN;
  readonly right: RateWithN;
  /** right − left; `null` where one of them is not known or rests on too few deals */
  readonly difference: number | null;
  /** Enough deals, and their 95 % intervals have nothing in common: the difference is hardly chance. */
  readonly clear: boolean;
}

export interface RateWithN {
  readonly rate: number | null;
  readonly n: number;
  /** By how many of them it can be told. */
  readonly seen: number;
  readonly interval: readonly [number, number] | null;
}

export interface ComparedTime {
  readonly figure: 'cycle' | 'stay';
  /** The stage of a stay. */
  readonly stage: StageId | null;
  readonly left: MedianWithN;
  readonly right: MedianWithN;
  /** right − left; `null` where one of them is not known or rests on too few deals */
  readonly difference: number | null;
}

export interface MedianWithN {
  /** In days. */
  readonly median: number | null;
  readonly n: number;
  /** Of stays: the median with the open ones in it, where that is another; `null` where half never left yet. */
  readonly withOpen?: number | null;
}

/** What two reports have in common to compare: of two owners, two quarters, two sources. */
export interface Comparison {
  readonly rates: readonly ComparedRate[];
  readonly times: readonly ComparedTime[];
}

/** The figures of two reports, side by side. What rests on fewer than `minSample` deals has no difference to speak of. */
export function compareReports(left: Report, right: Report, minSample: number): Comparison {
  const areEnough = (a: number, b: number) => Math.min(a, b) >= minSample;
  const compareRates = (
    figure: ComparedRate['figure'],
    stage: StageId | null,
    a: RateWithN,
    b: RateWithN,
  ): ComparedRate => {
    const isEnough = areEnough(a.seen, b.seen);
    const clear = isEnough && areApart(a.interval, b.interval);
    const difference = isEnough ? minus(b.rate, a.rate) : null;
    return { figure, stage, left: a, right: b, difference, clear };
  };
  const compareTimes = (
    figure: ComparedTime['figure'],
    stage: StageId | null,
    a: MedianWithN,
    b: MedianWithN,
  ): ComparedTime => {
    const difference = areEnough(a.n, b.n) ? minus(b.median, a.median) : null;
    return { figure, stage, left: a, right: b, difference };
  };
  return {
    rates: [
      compareRates('winRate', null, winRateOf(left), winRateOf(right)),
      ...left.stages.map((stage, k) =>
        compareRates('conversion', stage.stage, conversionOf(stage), conversionOf(right.stages[k]!)),
      ),
    ],
    times: [
      compareTimes('cycle', null, cycleOf(left), cycleOf(right)),
      ...left.stages.map((stage, k) =>
        compareTimes('stay', stage.stage, stayOf(stage), stayOf(right.stages[k]!)),
      ),
    ],
  };
}

function areApart(a: RateWithN['interval'], b: RateWithN['interval']): boolean {
  return a !== null && b !== null && (a[1] < b[0] || b[1] < a[0]);
}

function winRateOf({ winRate, files }: Report): RateWithN {
  const n = files.won + files.lost;
  return { rate: winRate.count, n, seen: n, interval: winRate.interval };
}

function conversionOf({ conversion, n, touched, interval }: StageReport): RateWithN {
  return { rate: conversion, n, seen: seenOf({ n, touched }), interval };
}

function cycleOf({ headline }: Report): MedianWithN {
  return headline.now.cycle;
}

function stayOf({ stays }: StageReport): MedianWithN {
  const { median, completed: n, kaplanMeierMedian: withOpen } = stays;
  return { median, n, ...(changesWithOpen(stays) && { withOpen }) };
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
