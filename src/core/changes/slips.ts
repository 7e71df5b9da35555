import type { CalendarDate } from '../calendar';
import { isOpen } from '../deal/deal';
import { monthOf, quarterOf } from '../metrics/periods';
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
