import { ascending, descending } from 'd3-array';
import { addDays, type CalendarDate } from '../calendar';
import { due, isOnHold } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';

/** When open deals want something done, in the order in which a day is planned: what has no step before what can wait. */
export const AGENDA_IDS = ['overdue', 'today', 'tomorrow', 'week', 'none', 'later'] as const;
export type AgendaId = (typeof AGENDA_IDS)[number];

/**
 * Where a deal stands in the agenda: `week` is the next seven days, whatever day of the week it is; `later` also where nobody
 * said when; `none` without a next step. A deal that is closed, or on hold, is not in it.
 */
export function agendaGroupOf(deal: Deal, today: CalendarDate): AgendaId | undefined {
  if (!isOpen(deal) || isOnHold(deal, today)) return undefined;
  const when = due(deal, today);
  if (when === 'undated') return 'later';
  if (when !== 'planned') return when;
  if (deal.nextStepOn === addDays(today, 1)) return 'tomorrow';
  return deal.nextStepOn! <= addDays(today, 7) ? 'week' : 'later';
}

/** The earliest first, those without a date last; the largest value first on one day. */
export function byDue(a: Deal, b: Deal): number {
  return (
    ascending(a.nextStepOn ?? '~', b.nextStepOn ?? '~') ||
    descending(a.value?.amount ?? 0, b.value?.amount ?? 0) ||
    ascending(a.path, b.path)
  );
}
