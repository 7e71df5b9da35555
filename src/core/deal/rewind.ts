import type { CalendarDate } from '../calendar';
import { closeDay, firstDay, type Deal, type HistoryEvent } from './deal';

/** The deal as it stood at the end of `day`, as far as its history tells; `undefined` if it did not exist yet. */
export function rewindDeal(deal: Deal, day: CalendarDate): Deal | undefined {
  const first = firstDay(deal);
  if (first !== undefined && first > day) return undefined;
  const history = deal.history.filter(({ on }) => on <= day);
  const later = deal.history.slice(history.length);
  const closed = closeDay(deal);
  const outcomeIsLater = later.some(({ status }) => status) || (closed !== undefined && closed > day);
  return {
    ...deal,
    history,
    lastActivity: deal.lastActivity && deal.lastActivity.on <= day ? deal.lastActivity : undefined,
    stage: later.some(({ stage }) => stage) ? stageBefore(history, later) : deal.stage,
    status: outcomeIsLater ? (history.findLast(({ status }) => status)?.status ?? 'open') : deal.status,
    closedOn: outcomeIsLater ? undefined : deal.closedOn,
    lostReason: outcomeIsLater ? undefined : deal.lostReason,
  };
}

/** Before the first stage that is known, that one is the best guess. */
function stageBefore(history: readonly HistoryEvent[], later: readonly HistoryEvent[]): Deal['stage'] {
  const event = history.findLast(({ stage }) => stage) ?? later.find(({ stage }) => stage);
  return event!.stage!;
}
