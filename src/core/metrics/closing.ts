import type { CalendarDate } from '../calendar';
import { hasSlipped, SLIP_PERIODS, slipPeriodOf, type SlipPeriod } from '../changes/slips';
import { closeDay, type Deal } from '../deal/deal';
import type { Process } from '../process/process';
import { remembered } from '../remember';
import { categoryOf, type Category } from './category';
import { slippedIn } from './slipped';

/** What a forecast counts of one deal, whatever becomes of others. */
export interface Closing {
  readonly category: Category | undefined;
  /** The names of the month and the quarter in which the deal was won, or is expected to be; `undefined` where no day is known. */
  readonly within: Readonly<Record<SlipPeriod, string>> | undefined;
  /** The months and quarters that it slipped out of: see `slippedIn`. */
  readonly slipped: Readonly<Record<SlipPeriod, readonly string[]>>;
  /** The running quarter is one of them. */
  readonly hasSlippedNow: boolean;
}

/** @param deal as it stands on `asOf` */
export const closingOf: (deal: Deal, process: Process, asOf: CalendarDate) => Closing = remembered(
  (deal, process, asOf) => {
    const on = closesOn(deal);
    const forEach = <T>(of: (period: SlipPeriod) => T) =>
      Object.fromEntries(SLIP_PERIODS.map(period => [period, of(period)])) as Record<SlipPeriod, T>;
    return {
      category: categoryOf(deal, process),
      within: on && forEach(period => slipPeriodOf(on, period)),
      slipped: forEach(period => slippedIn(deal, asOf, period)),
      hasSlippedNow: hasSlipped(deal, asOf, 'quarter', slipPeriodOf(asOf, 'quarter')),
    };
  },
);

/** The day on which a deal was won, or is expected to be. */
export function closesOn(deal: Deal): CalendarDate | undefined {
  return deal.status === 'open' ? deal.closeDate : closeDay(deal);
}
