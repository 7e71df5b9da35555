import { addDays, type CalendarDate } from '../calendar';
import { isOpen, type Deal } from '../deal/deal';
import { withPast } from '../deal/past/withPast';
import { firstSeen, statusOn } from '../deal/rewind';
import { daysOf, monthOf, quarterOf } from '../metrics/periods';
import { closeDateOn, closeDatesSeen } from '../metrics/pushes';
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
  const [from, to] = [old.closeDate, now.closeDate];
  return isSlip(from, to, period, name) ? { across, from, to } : undefined;
}

/**
 * The same of the period that a day is in, up to that day.
 *
 * @param deal as it stands on `asOf`
 */
export function slipUpTo(deal: Deal, asOf: CalendarDate, period: SlipPeriod): Slip | undefined {
  const name = slipPeriodOf(asOf, period);
  const dates = datesOfSlip(deal, asOf, period, name);
  const before = dates && takeBack(deal, addDays(daysOf(name).first, -1));
  return dates && { across: { path: deal.path, before, after: deal }, ...dates };
}

/**
 * Whether a deal slipped out of a period, as far as its own history and git tell: held against each other are the evening before
 * the period begins, or the deal's first day where that is later, and the period's end, or `asOf` where that is earlier.
 *
 * @param deal as it stands on `asOf`
 * @param name as `slipPeriodOf` has it
 */
export function hasSlipped(deal: Deal, asOf: CalendarDate, period: SlipPeriod, name: string): boolean {
  return datesOfSlip(deal, asOf, period, name) !== undefined;
}

function datesOfSlip(
  deal: Deal,
  asOf: CalendarDate,
  period: SlipPeriod,
  name: string,
): Pick<Slip, 'from' | 'to'> | undefined {
  const seen = closeDatesSeen(deal);
  // Of most deals no other close date is known than theirs, and a period costs a walk through the history.
  if (!seen.length) return undefined;
  const { first, last } = daysOf(name);
  const end = last < asOf ? last : asOf;
  const told = withPast(deal);
  if (first > asOf || (end < asOf ? statusOn(told, end) : deal.status) !== 'open') return undefined;
  const eve = addDays(first, -1);
  const wasThere = statusOn(told, eve) !== undefined;
  const start = wasThere ? eve : firstSeen(told);
  if (!start || start > end || statusOn(told, start) !== 'open') return undefined;
  const from = wasThere ? closeDateOn(deal, eve, seen) : seen.findLast(({ on }) => on <= start)?.closeDate;
  const to = end < asOf ? closeDateOn(deal, end, seen) : deal.closeDate;
  return from && to && isSlip(from, to, period, name) ? { from, to } : undefined;
}

function isSlip(from: CalendarDate, to: CalendarDate, period: SlipPeriod, name: string): boolean {
  return slipPeriodOf(from, period) === name && slipPeriodOf(to, period) > name;
}
