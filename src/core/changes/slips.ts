import { addDays, type CalendarDate } from '../calendar';
import { isOpen, type Deal } from '../deal/deal';
import { daysOf, monthOf, quarterOf } from '../metrics/periods';
import { closeDatesSeen } from '../metrics/pushes';
import { takeBack } from '../metrics/standing';
import { asDeal, type Across } from './across';

/** What deals slip out of. */
export const SLIP_PERIODS = ['quarter', 'month'] as const;
export type SlipPeriod = (typeof SLIP_PERIODS)[number];

/** A deal that was to close within a period, and is open with a close date after it. */
export interface Slip {
  readonly across: Across;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The name of the period that a day is in: `2026-Q4`, `2026-11`. */
export function slipPeriodOf(day: CalendarDate, period: SlipPeriod): string {
  return period === 'month' ? monthOf(day) : quarterOf(day);
}

/**
 * Whether a deal slipped: its close date was within the period at the first point, or when the deal was new, and is after it at
 * the second, with the deal open at both.
 *
 * @param name as `slipPeriodOf` has it
 */
export function slipOf(across: Across, period: SlipPeriod, name: string): Slip | undefined {
  const [old, now] = [
    across.before === undefined ? across.begun : asDeal(across.before),
    asDeal(across.after),
  ];
  if (!old || !now || !isOpen(old) || !isOpen(now) || !old.closeDate || !now.closeDate) return undefined;
  const isSlip = slipPeriodOf(old.closeDate, period) === name && slipPeriodOf(now.closeDate, period) > name;
  return isSlip ? { across, from: old.closeDate, to: now.closeDate } : undefined;
}

/**
 * The same of the period that a day is in, from the evening before it begins up to that day, as far as the deal's own history
 * and git tell.
 *
 * @param deal as it stands on `asOf`
 */
export function slipUpTo(deal: Deal, asOf: CalendarDate, period: SlipPeriod): Slip | undefined {
  const name = slipPeriodOf(asOf, period);
  // Most deals don't close after it, and none of these has to be taken back.
  if (!isOpen(deal) || !deal.closeDate || slipPeriodOf(deal.closeDate, period) <= name) return undefined;
  const before = takeBack(deal, addDays(daysOf(name).first, -1));
  const begun = before ? {} : { begun: { ...deal, closeDate: closeDatesSeen(deal)[0]?.closeDate } };
  return slipOf({ path: deal.path, before, after: deal, ...begun }, period, name);
}
