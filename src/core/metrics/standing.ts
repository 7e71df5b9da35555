import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { isDated, rewindDeal } from '../deal/rewind';
import { remembered } from '../remember';
import { closeDateOn, closeDatesSeen } from './pushes';
import type { ReportQuestion } from './question';

/**
 * What a report is made of: see `ReportQuestion`.
 *
 * @param day in the past; none for the deals as they stand now
 */
export function dealsFor(
  deals: Iterable<Deal>,
  day: CalendarDate | undefined,
): Pick<ReportQuestion, 'deals' | 'undated'> {
  if (!day) return { deals };
  const all = [...deals];
  return { deals: dealsOn(all, day), undated: all.filter(deal => !isDated(deal)) };
}

/** The deals as they stood at the end of a day, as far as they and git know, without those that did not exist yet. */
export function dealsOn(deals: Iterable<Deal>, day: CalendarDate): Deal[] {
  return [...deals].flatMap(deal => standingOn(deal, day) ?? []);
}

/** Each deal is taken back to a day once, and its journey with it; `undefined` where it did not exist yet. */
const standingOn = remembered(takeBack);

/** See `dealsOn`, of one deal. */
export function takeBack(deal: Deal, day: CalendarDate): Deal | undefined {
  const then = rewindDeal(deal, day);
  if (!then || !deal.inGit) return then;
  return { ...then, closeDate: closeDateOn(deal, day, closeDatesSeen(deal)) };
}
