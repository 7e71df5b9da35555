import { ascending } from 'd3-array';
import { addDays, daysBetween, type CalendarDate } from '../../calendar';
import { activeDays, closeDay, firstDay, isOpen, type Deal } from '../../deal/deal';
import { isDated } from '../../deal/rewind';
import type { Money } from '../../money';
import { stageIndex, type StageId } from '../../process/stages';
import { remembered } from '../../remember';
import { addTo, emptySum, type DealSum } from '../periodSums';
import { takeBack } from '../standing';

/** A deal in which something has changed, as it stands now. */
export interface ChangedDeal {
  readonly path: string;
  readonly title: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly stage: StageId;
  /** See `Deal`. */
  readonly stageNotKnown?: true;
  readonly value: Money | null;
}

export interface MovedDeal extends ChangedDeal {
  /** The stage in which it was before. */
  readonly from: StageId;
}

export interface WonDeal extends ChangedDeal {
  readonly on: CalendarDate | null;
}

export interface LostDeal extends WonDeal {
  readonly reason: string | null;
}

export interface PushedDeal extends ChangedDeal {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** By so many days. */
  readonly days: number;
}

/** Deals by their paths, how many they are and what they are worth. */
export interface ChangeList<D extends ChangedDeal> extends DealSum {
  readonly deals: readonly D[];
}

/**
 * What became of deals from a day on: how they stood at the end of the day before is held against how they stand now, as far
 * as their histories tell, and git of their close dates. What was and is no more in between, such as a move there and back,
 * is in no list. A deal may be in several lists, a new one only in those of what is won and lost.
 */
export interface ChangesSince {
  /** The first day that counts. */
  readonly since: CalendarDate;
  readonly new: ChangeList<ChangedDeal>;
  readonly movedOn: ChangeList<MovedDeal>;
  readonly movedBack: ChangeList<MovedDeal>;
  readonly won: ChangeList<WonDeal>;
  readonly lost: ChangeList<LostDeal>;
  /** Open deals with a later close date than before. */
  readonly pushed: ChangeList<PushedDeal>;
  /** Lines of the deals' logs that are dated since then. */
  readonly activities: number;
}

/**
 * @param deals as they stand on `asOf`
 * @param since the first day that counts
 */
export function changesSince(deals: Iterable<Deal>, since: CalendarDate, asOf: CalendarDate): ChangesSince {
  const dayBefore = addDays(since, -1);
  const lists = {
    new: listOf<ChangedDeal>(),
    movedOn: listOf<MovedDeal>(),
    movedBack: listOf<MovedDeal>(),
    won: listOf<WonDeal>(),
    lost: listOf<LostDeal>(),
    pushed: listOf<PushedDeal>(),
  };
  let activities = 0;
  for (const deal of [...deals].sort((a, b) => ascending(a.path, b.path))) {
    activities += activitiesIn(deal, since, asOf);
    const before = stoodOn(deal, dayBefore);
    const plain = changedDeal(deal);
    if (isNew(deal, dayBefore)) lists.new.add(deal, plain);
    const from = before ? knownStage(before) : stageLeft(deal, dayBefore);
    const steps = from && !deal.stageNotKnown ? stageIndex(deal.stage) - stageIndex(from) : 0;
    if (steps) lists[steps > 0 ? 'movedOn' : 'movedBack'].add(deal, { ...plain, from: from! });
    if (isDated(deal) && before?.status !== deal.status) {
      const closed = { ...plain, on: closeDay(deal) ?? null };
      if (deal.status === 'won') lists.won.add(deal, closed);
      if (deal.status === 'lost') lists.lost.add(deal, { ...closed, reason: deal.lostReason ?? null });
    }
    const [earlier, later] = [before?.closeDate, deal.closeDate];
    if (isOpen(deal) && earlier && later && later > earlier) {
      lists.pushed.add(deal, { ...plain, from: earlier, to: later, days: daysBetween(earlier, later) });
    }
  }
  const { new: begun, movedOn, movedBack, won, lost, pushed } = lists;
  return {
    since,
    new: begun.list(),
    movedOn: movedOn.list(),
    movedBack: movedBack.list(),
    won: won.list(),
    lost: lost.list(),
    pushed: pushed.list(),
    activities,
  };
}

/** How many lines of its log a deal has from a day to another one, both included. */
export function activitiesIn(deal: Deal, first: CalendarDate, last: CalendarDate): number {
  return activeDays(deal).filter(on => on >= first && on <= last).length;
}

/** Apart from those that other parts of a report take back to other days. */
const stoodOn = remembered(takeBack);

/** Begun after a day; not where the first line of its history only tells of a later stage than the one that it began in. */
function isNew(deal: Deal, day: CalendarDate): boolean {
  const first = firstDay(deal);
  return first !== undefined && first > day && !stageLeft(deal, day);
}

/** The stage that a deal was in before all days that it knows, where the first of them is after `day`. */
function stageLeft({ created, history: [first] }: Deal, day: CalendarDate): StageId | undefined {
  return created || !first || first.on <= day ? undefined : first.from;
}

function knownStage({ stage, stageNotKnown }: Deal): StageId | undefined {
  return stageNotKnown ? undefined : stage;
}

function changedDeal(deal: Deal): ChangedDeal {
  const { path, title, account, owner, stage, stageNotKnown, value } = deal;
  return {
    ...{ path, title, stage },
    ...(stageNotKnown && { stageNotKnown }),
    account: account ?? null,
    owner: owner ?? null,
    value: value ?? null,
  };
}

function listOf<D extends ChangedDeal>() {
  const sum = emptySum();
  const deals: D[] = [];
  return {
    add(deal: Deal, changed: D): void {
      addTo(sum, deal);
      deals.push(changed);
    },
    list: (): ChangeList<D> => ({ ...sum, deals }),
  };
}
