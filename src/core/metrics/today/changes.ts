import { ascending } from 'd3-array';
import { addDays, daysBetween, type CalendarDate } from '../../calendar';
import { closedBy, eventsOf, type DealEvent } from '../../changes/event';
import { groupOf } from '../../changes/groups';
import { stoodOn } from '../../changes/stoodOn';
import { activeDays, closeDay, isOpen, type Deal } from '../../deal/deal';
import type { Money } from '../../money';
import type { StageId } from '../../process/stages';
import { remembered } from '../../remember';
import { addTo, emptySum, type DealSum } from '../periodSums';

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
 * What became of deals from a day on: how they stood at the end of the day before is held against how they stand now, by the
 * same events as any two points are (`eventsOf`). What was and is no more in between, such as a move there and back,
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

/** What is gathered of what became of deals. */
export interface ChangesTally {
  readonly activities: number;
  readonly lists: ReturnType<typeof emptyLists>;
}

/**
 * @param deals as they stand on `asOf`
 * @param since the first day that counts
 */
export function changesSince(deals: Iterable<Deal>, since: CalendarDate, asOf: CalendarDate): ChangesSince {
  return changesIn(tallyChanges(deals, since, asOf), since);
}

export function tallyChanges(deals: Iterable<Deal>, since: CalendarDate, asOf: CalendarDate): ChangesTally {
  const lists = emptyLists();
  let activities = 0;
  for (const deal of deals) {
    const one = sinceThen(deal, since, asOf);
    activities += one.activities;
    for (const event of one.events) note(event, deal, lists);
  }
  return { activities, lists };
}

export function changesIn({ activities, lists }: ChangesTally, since: CalendarDate): ChangesSince {
  return {
    since,
    new: listOf(lists.new),
    movedOn: listOf(lists.movedOn),
    movedBack: listOf(lists.movedBack),
    won: listOf(lists.won),
    lost: listOf(lists.lost),
    pushed: listOf(lists.pushed),
    activities,
  };
}

/** What became of one deal, and how often somebody worked on it. */
export const sinceThen = remembered((deal: Deal, since: CalendarDate, asOf: CalendarDate) => ({
  events: eventsOf({ path: deal.path, before: stoodOn(deal, addDays(since, -1)), after: deal }),
  activities: activitiesIn(deal, since, asOf),
}));

const emptyLists = () => ({
  new: [] as ChangedDeal[],
  movedOn: [] as MovedDeal[],
  movedBack: [] as MovedDeal[],
  won: [] as WonDeal[],
  lost: [] as LostDeal[],
  pushed: [] as PushedDeal[],
});

/** An event in the lists that tell of it. */
function note(event: DealEvent, deal: Deal, lists: ReturnType<typeof emptyLists>): void {
  const plain = changedDeal(deal);
  const { from, to } = event;
  const group = groupOf(event);
  if (group === 'new') lists.new.push(plain);
  if (group === 'advanced') lists.movedOn.push({ ...plain, from: from as StageId });
  if (group === 'back') lists.movedBack.push({ ...plain, from: from as StageId });
  const closed = { ...plain, on: closeDay(deal) ?? null };
  const outcome = closedBy(event);
  if (outcome === 'won') lists.won.push(closed);
  if (outcome === 'lost') lists.lost.push({ ...closed, reason: deal.lostReason ?? null });
  if (group === 'later' && isOpen(deal)) {
    const [earlier, later] = [from as CalendarDate, to as CalendarDate];
    lists.pushed.push({ ...plain, from: earlier, to: later, days: daysBetween(earlier, later) });
  }
}

/** How many lines of its log a deal has from a day to another one, both included. */
export function activitiesIn(deal: Deal, first: CalendarDate, last: CalendarDate): number {
  return activeDays(deal).filter(on => on >= first && on <= last).length;
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

function listOf<D extends ChangedDeal>(changed: readonly D[]): ChangeList<D> {
  const deals = changed.toSorted((a, b) => ascending(a.path, b.path));
  const sum = emptySum();
  for (const { value } of deals) addTo(sum, { value: value ?? undefined });
  return { ...sum, deals };
}
