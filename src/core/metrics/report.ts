import type { Outcomes } from './outcomes';
import type { Deviations } from './deviations';
import type { Flow } from './flows';
import type { ForecastReport } from './forecast';
import type { FunnelReport } from './funnel';
import type { Headline } from './headline';
import type { HoldsBack } from './holdsBack';
import type { DealInNeed } from './inNeed';
import type { OpenDeal } from './openDeals';
import type { ValueFunnel } from './valueFunnel';
import type { WhatIfBase } from './whatIf';

/**
 * All that the funnel page shows of one pipeline, as plain data that can be sent and stored: no `undefined`, no maps.
 * Texts in it come from files and are not escaped.
 */
export interface Report extends FunnelReport {
  /** Deals that the filter leaves out; they are not in `files`. */
  readonly leftOut: number;
  /** The funnel in money, by currency: only currencies with something in them. */
  readonly byValue: Readonly<Record<string, ValueFunnel>>;
  /** Deals with no value, or one of 0: they are in no sum of money. */
  readonly withoutValue: number;
  /** What was won and lost, and why. */
  readonly outcomes: Outcomes;
  /** Each open deal and how long it has been where it is, in the order of their paths. */
  readonly openDeals: readonly OpenDeal[];
  /** From which stage to which deals moved: only those moves that happened, by the order of the stages. */
  readonly flows: readonly Flow[];
  readonly deviations: Deviations;
  readonly holdsBack: HoldsBack;
  readonly whatIf: WhatIfBase;
  /** The open deals that want something done, those in most need first. */
  readonly inNeed: readonly DealInNeed[];
  readonly forecast: ForecastReport;
  readonly headline: Headline;
}
