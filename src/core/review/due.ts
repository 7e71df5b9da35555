import { addDays, type CalendarDate } from '../calendar';
import { isOnHold } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';

/** So many days ahead something is due. */
const AHEAD = 7;

/** Something of an open deal that is late, or due within a week. */
export interface DueThing {
  readonly deal: Deal;
  readonly on: CalendarDate;
  readonly kind: 'step' | 'todo' | 'close';
  /** What is to be done, where the file says it. */
  readonly what: string | undefined;
}

/** Next steps, dated to-dos and close dates, the earliest first; none of deals on hold. */
export function dueSoon(deals: Iterable<Deal>, asOf: CalendarDate): readonly DueThing[] {
  const found: DueThing[] = [];
  const last = addDays(asOf, AHEAD);
  for (const deal of deals) {
    if (!isOpen(deal) || isOnHold(deal, asOf)) continue;
    const { nextStepOn, nextStep, closeDate, todos = [] } = deal;
    const add = (on: CalendarDate | undefined, kind: DueThing['kind'], what?: string) => {
      if (on && on <= last) found.push({ deal, on, kind, what });
    };
    add(nextStepOn, 'step', nextStep);
    for (const { on, what } of todos) add(on, 'todo', what);
    add(closeDate, 'close');
  }
  return found.sort(
    (a, b) =>
      Number(a.on > b.on) - Number(a.on < b.on) ||
      Number(a.deal.path > b.deal.path) - Number(a.deal.path < b.deal.path),
  );
}
