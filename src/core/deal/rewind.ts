import type { CalendarDate } from '../calendar';
import type { Status } from '../process/outcome';
import { namesStage, stageInHistory } from './course';
import { closeDay, firstDay, type Deal, type HistoryEvent } from './deal';

/** The deal as it stood at the end of `day`, as far as its history tells; `undefined` if it did not exist yet. */
export function rewindDeal(deal: Deal, day: CalendarDate): Deal | undefined {
  const status = statusOn(deal, day);
  if (!status) return undefined;
  const history = deal.history.filter(({ on }) => on <= day);
  const later = deal.history.slice(history.length);
  const outcomeIsLater = hasLaterOutcome(deal, day);
  return {
    ...deal,
    history,
    lastActivity: deal.lastActivity && deal.lastActivity.on <= day ? deal.lastActivity : undefined,
    stage: later.some(namesStage) ? stageBefore(history, later) : deal.stage,
    status,
    closeDate: later.some(({ closeDate }) => closeDate)
      ? history.findLast(({ closeDate }) => closeDate)?.closeDate
      : deal.closeDate,
    closedOn: outcomeIsLater ? undefined : deal.closedOn,
    lostReason: outcomeIsLater ? undefined : deal.lostReason,
  };
}

/** Whether the deal was open, won or lost at the end of `day`; `undefined` if it did not exist yet. */
export function statusOn(deal: Deal, day: CalendarDate): Status | undefined {
  const first = firstDay(deal);
  if (first !== undefined && first > day) return undefined;
  if (!hasLaterOutcome(deal, day)) return deal.status;
  return deal.history.findLast(({ on, status }) => status && on <= day)?.status ?? 'open';
}

function hasLaterOutcome(deal: Deal, day: CalendarDate): boolean {
  const closed = closeDay(deal);
  return (closed !== undefined && closed > day) || deal.history.some(({ on, status }) => status && on > day);
}

/** Before the first stage that is known, that one is the best guess. */
function stageBefore(history: readonly HistoryEvent[], later: readonly HistoryEvent[]): Deal['stage'] {
  const next = later.find(namesStage);
  return (stageInHistory(history) ?? next!.from ?? next!.stage)!;
}
