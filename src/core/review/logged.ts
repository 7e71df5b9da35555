import type { CalendarDate } from '../calendar';
import { activeDays, type Deal } from '../deal/deal';
import type { Activity } from '../notes/log';

/** What the log of a deal has of some days. */
export interface LoggedInDeal {
  readonly deal: Deal;
  /** The newest first. */
  readonly said: readonly Activity[];
  /** How many more lines there are. */
  readonly more: number;
}

/** What was logged from a day up to another, deal by deal in the order of their paths. */
export function loggedSince(
  deals: Iterable<Deal>,
  since: CalendarDate,
  asOf: CalendarDate,
): readonly LoggedInDeal[] {
  const found: LoggedInDeal[] = [];
  for (const deal of deals) {
    const texts = [deal.lastActivity?.what, ...(deal.saidBefore ?? [])];
    const days = activeDays(deal).map((on, at) => ({ on, what: texts[at] }));
    const meant = days.filter(({ on }) => on >= since && on <= asOf);
    if (!meant.length) continue;
    const said = meant.filter((one): one is Activity => one.what !== undefined);
    found.push({ deal, said, more: meant.length - said.length });
  }
  return found.sort((a, b) => (a.deal.path < b.deal.path ? -1 : 1));
}
