import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { rewindDeal } from '../deal/rewind';
import { closeDateOn, closeDatesSeen } from './pushes';

interface Standing {
  readonly day: CalendarDate;
  /** `undefined` where it did not exist yet. */
  readonly deal: Deal | undefined;
}

/** Deals never change, they are replaced: so each is taken back to a day once, and its journey with it. */
const known = new WeakMap<Deal, Standing>();

/** The deals as they stood at the end of a day, as far as they and git know, without those that did not exist yet. */
export function dealsOn(deals: Iterable<Deal>, day: CalendarDate): Deal[] {
  const then: Deal[] = [];
  for (const deal of deals) {
    let standing = known.get(deal);
    if (standing?.day !== day) {
      standing = { day, deal: standingOn(deal, day) };
      known.set(deal, standing);
    }
    if (standing.deal) then.push(standing.deal);
  }
  return then;
}

function standingOn(deal: Deal, day: CalendarDate): Deal | undefined {
  const then = rewindDeal(deal, day);
  if (!then || !deal.inGit) return then;
  return { ...then, closeDate: closeDateOn(deal, day, closeDatesSeen(deal)) };
}
