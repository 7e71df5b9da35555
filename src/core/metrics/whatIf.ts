import type { CalendarDate } from '../calendar';
import type { StageId } from '../process/stages';
import { chainOf } from './reach';
import { ratio } from './statistics';
import type { VelocityParts } from './velocity';

/*
 * The model, for days to come if all else stays as it was:
 *   wins a day   = entries a day × chain
 *   value a day  = wins a day × the currency's share of all entries × its mean won value
 *   cycle        = mean cycle × (sum of the changed mean stays / sum of the mean stays)
 *   win rate     = win rate × (changed chain / chain), at most 1
 *   velocity     = open deals at qualification or later × win rate × mean won value / mean cycle
 * Every deal is taken to be like every other: neither the age of a deal, nor what stages have to do with each other, is
 * in it.
 */

/** A mean month of the Gregorian calendar. */
export const DAYS_PER_MONTH = 365.2425 / 12;

/** What the model of `expectation` starts from: how the process has gone so far. */
export interface WhatIfBase {
  /** The window in which deals began, both days included; `null` where no deal has a known day. */
  readonly window: { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number } | null;
  /** Deals that began in the window. */
  readonly entries: number;
  readonly entriesPerDay: number | null;
  /** The seven stages. */
  readonly steps: readonly WhatIfStep[];
  readonly chain: number | null;
  readonly winRate: { readonly rate: number | null; readonly n: number };
  /** Of won deals. */
  readonly cycle: { readonly mean: number | null; readonly n: number };
  /** By currency: only currencies that deals have values in. */
  readonly money: Readonly<Record<string, WhatIfMoney>>;
}

export interface WhatIfStep {
  readonly stage: StageId;
  readonly conversion: number | null;
  /** Deals that the conversion rests on. */
  readonly n: number;
  /** By how many of them it can be told. */
  readonly seen: number;
  /** Of completed stays, in days. The model changes the mean: means add up, medians do not. */
  readonly meanStay: number | null;
  readonly medianStay: number | null;
  readonly stays: number;
}

/** Of the deals of one currency. */
export interface WhatIfMoney extends VelocityParts {
  readonly entriesPerDay: number | null;
}

/** What is to be different. What is absent stays as it is. */
export interface WhatIfChange {
  /** Fractions of 1. */
  readonly conversion?: Readonly<Partial<Record<StageId, number>>>;
  /** Mean days in a stage. */
  readonly stay?: Readonly<Partial<Record<StageId, number>>>;
  readonly entriesPerDay?: number;
}

/** What is to be expected in the long run, a day. Times `DAYS_PER_MONTH` for a month. */
export interface Expectation {
  readonly chain: number | null;
  readonly winsPerDay: number | null;
  /** By currency. */
  readonly valuePerDay: Readonly<Record<string, number | null>>;
  readonly velocity: Readonly<Record<string, number | null>>;
  /** Mean days from the first day to the win. */
  readonly cycle: number | null;
  readonly winRate: number | null;
}

export function expectation(base: WhatIfBase, change: WhatIfChange = {}): Expectation {
  const chain = chainOf(
    base.steps.map(({ stage, conversion }) => within(change.conversion?.[stage]) ?? conversion),
  );
  const entries = change.entriesPerDay ?? base.entriesPerDay;
  const winsPerDay = times(entries, chain);
  const slower = cycleFactor(base, change);
  const better = chain === base.chain ? 1 : divide(chain, base.chain);
  const rate = (before: number | null) => atMostOne(times(before, better));
  const money = Object.entries(base.money);
  return {
    chain,
    winsPerDay,
    valuePerDay: Object.fromEntries(
      money.map(([currency, own]) => {
        const share = divide(own.entriesPerDay, base.entriesPerDay);
        return [currency, times(winsPerDay, times(share, own.meanWonValue))];
      }),
    ),
    velocity: Object.fromEntries(
      money.map(([currency, own]) => {
        const won = times(
          times(own.isWorthKnown ? own.qualified : null, rate(own.winRate)),
          own.meanWonValue,
        );
        return [currency, divide(won, times(own.meanCycle, slower))];
      }),
    ),
    cycle: times(base.cycle.mean, slower),
    winRate: rate(base.winRate.rate),
  };
}

function cycleFactor({ steps }: WhatIfBase, { stay }: WhatIfChange): number | null {
  if (!stay) return 1;
  let [before, after] = [0, 0];
  for (const { stage, meanStay } of steps) {
    before += meanStay ?? 0;
    after += Math.max(0, stay[stage] ?? meanStay ?? 0);
  }
  return after === before ? 1 : ratio(after, before);
}

function within(rate: number | undefined): number | undefined {
  return rate === undefined ? undefined : Math.min(1, Math.max(0, rate));
}

function atMostOne(rate: number | null): number | null {
  return rate === null ? null : Math.min(1, rate);
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function divide(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : ratio(part, whole);
}
