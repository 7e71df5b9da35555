import type { CalendarDate } from '../calendar';
import type { StageId } from '../process/stages';

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
  /** Of completed stays, in days. The model changes the mean: means add up, medians do not. */
  readonly meanStay: number | null;
  readonly medianStay: number | null;
  readonly stays: number;
}

/** The parts of a velocity, over the deals of one currency. */
export interface WhatIfMoney {
  readonly entriesPerDay: number | null;
  /** Open deals at qualification or later. */
  readonly qualified: number;
  readonly winRate: number | null;
  readonly meanWonValue: number | null;
  /** Won deals, which the mean value rests on. */
  readonly won: number;
  readonly meanCycle: number | null;
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

/** What one better step would bring, all else as it is. */
export interface Payoff {
  readonly stage: StageId;
  readonly from: number;
  /** Never above 1. */
  readonly to: number;
  /** It stops at 1 before the whole improvement. */
  readonly capped: boolean;
  readonly winsPerDay: number;
  /** By how much the chain grows, as a fraction of what it is. */
  readonly gain: number;
  /** How many more deals a day would have to get past this step for it. */
  readonly savedPerDay: number;
  /** Deals that the conversion rests on. */
  readonly n: number;
}
