import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { statusOn } from '../deal/rewind';
import { daysOf } from './periods';
import { closeDateOn, closeDatesSeen } from './pushes';

/** Each costs a walk through the history. Nobody moves a date more often, and a file that does is not to hold up others. */
const MOST_DATES = 100;

/**
 * The periods that a deal slipped in, of those that have ended: its close date was in them on their first day, and it
 * was open then and at their end.
 */
export function slippedIn(deal: Deal, asOf: CalendarDate, periodOf: (day: CalendarDate) => string): string[] {
  // Also what came later: it says that the date of today is not that of before.
  const seen = closeDatesSeen(deal);
  const dates = [...seen.slice(-MOST_DATES).map(({ closeDate }) => closeDate), deal.closeDate];
  const periods = new Set(dates.flatMap(date => (date && date <= asOf ? [periodOf(date)] : [])));
  return [...periods].filter(period => {
    const { first, last } = daysOf(period);
    if (last > asOf || statusOn(deal, last) !== 'open' || statusOn(deal, first) !== 'open') return false;
    const expected = closeDateOn(deal, first, seen);
    return expected !== undefined && periodOf(expected) === period;
  });
}
