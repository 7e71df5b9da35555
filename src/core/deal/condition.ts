import { daysBetween, type CalendarDate } from '../calendar';
import { stageOf, type Process } from '../process/process';
import { daysInStage } from './daysInStage';
import { isOpen, lastTouch, type Deal } from './deal';

/*
 * What an open deal is in need of. A deal that is won or lost needs nothing. Source of the definitions: the metrics of
 * this project, "Time".
 */

/** When the next step of a deal is due; `undated` where nobody said when, `none` where there is no next step. */
export type Due = 'overdue' | 'today' | 'planned' | 'undated' | 'none';

export function due({ nextStep, nextStepOn }: Deal, today: CalendarDate): Due {
  if (!nextStepOn) return nextStep ? 'undated' : 'none';
  if (nextStepOn < today) return 'overdue';
  return nextStepOn === today ? 'today' : 'planned';
}

/** Set aside until a day that is still to come: meanwhile nothing is to be done about the deal. */
export function isOnHold({ onHoldUntil }: Deal, today: CalendarDate): boolean {
  return onHoldUntil !== undefined && onHoldUntil > today;
}

/** Longer in its stage than the team finds healthy. */
export function isStalled(deal: Deal, process: Process, today: CalendarDate): boolean {
  if (!isOpen(deal) || isOnHold(deal, today)) return false;
  return (daysInStage(deal, today) ?? 0) > stageOf(process, deal.stage).stalledAfter;
}

/** Untouched for longer than the team finds healthy, and with no next step planned. */
export function isIdle(deal: Deal, process: Process, today: CalendarDate): boolean {
  if (!isOpen(deal) || deal.stageNotKnown || isOnHold(deal, today)) return false;
  if (due(deal, today) === 'planned') return false;
  return (daysIdle(deal, today) ?? 0) > stageOf(process, deal.stage).idleAfter;
}

/** Days since the deal was last touched; `undefined` if not known. */
export function daysIdle(deal: Deal, today: CalendarDate): number | undefined {
  const touched = lastTouch(deal, today);
  return touched && Math.max(0, daysBetween(touched, today));
}
