import { ascending } from 'd3-array';
import { addDays, type CalendarDate } from '../calendar';
import { isOnHold } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';
import { thingsOf, type PlannedThing } from '../planned/planned';

/** So many days ahead something is due. */
const AHEAD = 7;

/** Something of an open deal that is late, or due within a week. */
export interface DueThing extends Pick<PlannedThing, 'deal' | 'on' | 'kind'> {
  /** What is to be done, where the file says it. */
  readonly what: string | undefined;
}

/** Next steps, dated to-dos and close dates, the earliest first; none of deals on hold. */
export function dueSoon(deals: Iterable<Deal>, asOf: CalendarDate): readonly DueThing[] {
  const last = addDays(asOf, AHEAD);
  const meant = [...deals].filter(deal => isOpen(deal) && !isOnHold(deal, asOf));
  const found = meant.flatMap(thingsOf).filter(({ on }) => on <= last);
  return found
    .map(({ deal, on, kind, what }) => ({ deal, on, kind, what: what || undefined }))
    .sort((a, b) => ascending(a.on, b.on) || ascending(a.deal.path, b.deal.path));
}
