import type { CalendarDate } from '../calendar';
import { hasSlipped, slipPeriodOf, type SlipPeriod } from '../changes/slips';
import type { Deal } from '../deal/deal';
import { closeDatesSeen } from './pushes';

/** Each costs a walk through the history. Nobody moves a date more often, and a file that does is not to hold up others. */
const MOST_DATES = 100;

/**
 * The names of the quarters or months that a deal slipped out of, the running one with them: see `hasSlipped`.
 *
 * @param deal as it stands on `asOf`
 */
export function slippedIn(deal: Deal, asOf: CalendarDate, period: SlipPeriod): string[] {
  const dates = closeDatesSeen(deal)
    .slice(-MOST_DATES)
    .map(({ closeDate }) => closeDate);
  const names = new Set(dates.flatMap(date => (date ? [slipPeriodOf(date, period)] : [])));
  return [...names].filter(name => hasSlipped(deal, asOf, period, name));
}
