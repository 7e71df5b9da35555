import { ascending, descending } from 'd3-array';
import { addDays, type CalendarDate } from '../calendar';
import { due, isOnHold } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';
import type { Todo } from '../deal/todos';
import { lacksNextStep } from '../deal/warnings';
import type { Process } from '../process/process';

/** When open deals want something done, in the order in which a day is planned: what has no step before what can wait. */
export const AGENDA_IDS = ['overdue', 'today', 'tomorrow', 'week', 'none', 'later'] as const;
export type AgendaId = (typeof AGENDA_IDS)[number];

/**
 * Where a deal stands in the agenda: `week` is the next seven days, whatever day of the week it is; `later` also where nobody
 * said when; `none` where nothing is planned, by a next step or by a to-do with a day, which has a row of its own, and the
 * team wants something planned. A deal that is closed, or on hold, is not in it.
 */
export function agendaGroupOf(deal: Deal, process: Process, today: CalendarDate): AgendaId | undefined {
  if (!isOpen(deal) || isOnHold(deal, today)) return undefined;
  const when = due(deal, today);
  if (when === 'undated') return 'later';
  if (when === 'none') return lacksNextStep(deal, process, today) ? when : undefined;
  return agendaGroupOn(deal.nextStepOn!, today);
}

/** Where in the agenda a day is. */
export function agendaGroupOn(day: CalendarDate, today: CalendarDate): Exclude<AgendaId, 'none'> {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return day <= addDays(today, 7) ? 'week' : 'later';
}

/** The to-dos of a deal that the agenda has beside its next step: those of open deals that are not on hold. */
export function agendaTodosOf(deal: Deal, today: CalendarDate): readonly Todo[] {
  return deal.todos && isOpen(deal) && !isOnHold(deal, today) ? deal.todos : [];
}

/** What stands in the agenda on a day. */
export type OnAgenda = Pick<Deal, 'nextStepOn' | 'value' | 'path'>;

/** The earliest first, those without a date last; the largest value first on one day. */
export function byDue(a: OnAgenda, b: OnAgenda): number {
  return (
    ascending(a.nextStepOn ?? '~', b.nextStepOn ?? '~') ||
    descending(a.value?.amount ?? 0, b.value?.amount ?? 0) ||
    ascending(a.path, b.path)
  );
}
