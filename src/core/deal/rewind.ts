import type { CalendarDate } from '../calendar';
import type { Status } from '../process/outcome';
import { STAGE_IDS, type StageId } from '../process/stages';
import { courseOf, type Mark } from './course';
import { closeDay, firstDay, type Deal } from './deal';

/**
 * The deal as it stood at the end of `day`, a day before today, as far as its history tells; `undefined` if it did not
 * exist yet, or nothing in it has a day.
 */
export function rewindDeal(deal: Deal, day: CalendarDate): Deal | undefined {
  const status = statusOn(deal, day);
  if (!status) return undefined;
  const history = deal.history.filter(({ on }) => on <= day);
  const outcomeIsLater = hasLaterOutcome(deal, day);
  const stage = stageOn(deal, day, status, outcomeIsLater);
  const then: Omit<Deal, 'stageNotKnown'> & { stageNotKnown?: true } = {
    ...deal,
    history,
    lastActivity: deal.lastActivity && deal.lastActivity.on <= day ? deal.lastActivity : undefined,
    ...activeUntil(day, deal),
    stage: stage ?? deal.stage,
    status,
    closeDate: deal.history.some(({ on, closeDate }) => closeDate && on > day)
      ? history.findLast(({ closeDate }) => closeDate)?.closeDate
      : deal.closeDate,
    closedOn: outcomeIsLater ? undefined : deal.closedOn,
    lostReason: outcomeIsLater ? undefined : deal.lostReason,
  };
  if (stage) delete then.stageNotKnown;
  else then.stageNotKnown = true;
  return then;
}

function activeUntil(
  day: CalendarDate,
  { activeBefore, saidBefore }: Deal,
): Pick<Deal, 'activeBefore' | 'saidBefore'> {
  if (!activeBefore) return {};
  const left = activeBefore.filter(on => on <= day);
  return {
    activeBefore: left,
    ...(saidBefore && { saidBefore: saidBefore.slice(activeBefore.length - left.length) }),
  };
}

/** Whether anything says when a deal was there: one that has no day, and that git does not know, is in no past. */
export function isDated(deal: Deal): boolean {
  return firstSeen(deal) !== undefined;
}

/** The first day on which a deal is known to have been there. Where its file does not say when it was created, git may know it longer. */
export function firstSeen(deal: Deal): CalendarDate | undefined {
  const first = firstDay(deal) ?? deal.closedOn;
  const inGit = deal.created ? undefined : deal.inGit?.first.on;
  return first && (!inGit || first < inGit) ? first : inGit;
}

/** Whether the deal was open, won or lost at the end of `day`; `undefined` if it did not exist yet. */
export function statusOn(deal: Deal, day: CalendarDate): Status | undefined {
  const first = firstSeen(deal);
  if (first === undefined || first > day) return undefined;
  if (!hasLaterOutcome(deal, day)) return deal.status;
  return deal.history.findLast(({ on, status }) => status && on <= day)?.status ?? 'open';
}

function hasLaterOutcome(deal: Deal, day: CalendarDate): boolean {
  const closed = closeDay(deal);
  return (closed !== undefined && closed > day) || deal.history.some(({ on, status }) => status && on > day);
}

/** The stage at the end of a day, where it is known: from an entry with a day to the next entry that the file tells of. */
function stageOn(
  deal: Deal,
  day: CalendarDate,
  status: Status,
  outcomeIsLater: boolean,
): StageId | undefined {
  // Since it was closed a deal is where it is.
  if (status !== 'open' && !outcomeIsLater) return deal.stageNotKnown ? undefined : deal.stage;
  const marks = courseOf(deal);
  const last = marks.findLastIndex(({ on }) => on !== undefined && on <= day);
  const next = marks[last + 1];
  const isEntered = (mark: Mark) => mark.kind === 'entered';
  // Somebody moved it by hand since, and that may have been before this day or after it.
  const isLeft = next ? isEntered(next) && next.on === undefined && last >= 0 : deal.stageNotKnown;
  if (isLeft && status === 'open') return undefined;
  const begins = marks[0];
  const beganInFirst = begins?.kind === 'entered' && begins.told !== 'stage' && begins.stage === STAGE_IDS[0];
  if (last < 0) return beganInFirst ? STAGE_IDS[0] : undefined;
  const current = marks.slice(0, last + 1).findLast(isEntered);
  if (!current) return undefined;
  // Where no line names a stage, it isn't known since when the deal is in its file's stage, unless that is the first.
  return current.told === 'file' && !beganInFirst ? undefined : current.stage;
}
