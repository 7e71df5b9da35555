import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { rewindDeal } from '../deal/rewind';
import { closeDateOn, closeDatesSeen, type CloseDates } from './pushes';

interface Standing {
  readonly day: CalendarDate;
  readonly closeDates: CloseDates | undefined;
  /** `undefined` where it did not exist yet. */
  readonly deal: Deal | undefined;
}

/** Deals never change, they are replaced: so each is taken back to a day once, and its journey with it. */
const known = new WeakMap<Deal, Standing>();

/**
 * The deals as they stood at the end of a day, without those that did not exist yet.
 *
 * @param closeDates what git knows beyond the history of the deals
 */
export function dealsOn(deals: Iterable<Deal>, day: CalendarDate, closeDates?: CloseDates): Deal[] {
  const then: Deal[] = [];
  for (const deal of deals) {
    let standing = known.get(deal);
    if (standing?.day !== day || standing.closeDates !== closeDates) {
      standing = { day, closeDates, deal: standingOn(deal, day, closeDates) };
      known.set(deal, standing);
    }
    if (standing.deal) then.push(standing.deal);
  }
  return then;
}

function standingOn(deal: Deal, day: CalendarDate, closeDates: CloseDates | undefined): Deal | undefined {
  const then = rewindDeal(deal, day);
  if (!then || !closeDates?.has(deal.path)) return then;
  return { ...then, closeDate: closeDateOn(deal, day, closeDatesSeen(deal, closeDates)) };
}
