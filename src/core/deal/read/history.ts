import { isCalendarDate } from '../../calendar';
import { found } from '../../found';
import { meantStages } from '../../process/meantStages';
import type { Status } from '../../process/outcome';
import { findStage, type Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import { courseOf, linesBehindOutcome, namesStage, stageInHistory } from '../course';
import { type HistoryEvent, lastOutcome } from '../deal';
import { orderOfDays } from '../historyOrder';
import { brokenRules, hasNoRules, type Entered } from '../problems/rules';
import { readEvent } from './event';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

/** The events, in the order of the list, and at which place of it each stands. */
class Events {
  readonly all: HistoryEvent[] = [];
  private readonly places: number[] = [];
  private map: Map<HistoryEvent, number> | undefined;

  add(event: HistoryEvent, place: number): void {
    this.all.push(event);
    this.places.push(place);
  }

  /** The places of these events. */
  of(events: readonly HistoryEvent[]): readonly number[] {
    return events === this.all ? this.places : events.map(event => this.get(event));
  }

  get(event: HistoryEvent): number {
    this.map ??= new Map(this.all.map((one, at) => [one, this.places[at]!]));
    return this.map.get(event)!;
  }
}

export interface ReadHistory {
  readonly events: readonly HistoryEvent[];
  /** At which place of the file's list each of them stands, from 0. */
  readonly entries: readonly number[];
}

const NONE: ReadHistory = { events: [], entries: [] };

/**
 * The events in the order of their days. Entries that say nothing readable are left out and told.
 *
 * @param stage the one that the deal is in now, and
 * @param status how it stands, if they are known
 */
export function readHistory(
  reading: FieldReading,
  process: Process,
  stage: StageId | undefined,
  status: Status | undefined,
): ReadHistory {
  const value = reading.get('history');
  if (isAbsent(value)) return NONE;
  if (!Array.isArray(value)) {
    reading.warn('invalid-history', ['history'], say('historyNoList', { there: found(value) }));
    return NONE;
  }
  const places = readEvents(reading, value, process);
  const events = inOrder(reading, places, stage, status);
  if (stage) judge(reading, events, places, stage, process);
  return { events, entries: places.of(events) };
}

function readEvents(reading: FieldReading, items: readonly unknown[], process: Process): Events {
  const events = new Events();
  for (const [index, item] of items.entries()) {
    const event = readEvent(item, process);
    if ('wrong' in event) {
      const says = say('historyEntry', { entry: index + 1, wrong: event.wrong });
      const at = event.key === undefined ? ['history', index] : ['history', index, event.key];
      reading.warn('invalid-history', at, says, event.meant);
    } else {
      events.add(event, index);
      checkCloseDate(reading, item, index);
      checkFrom(reading, item, event, index, process);
    }
  }
  return events;
}

/** A date that makes no sense in a line that does: the line counts without it. */
function checkCloseDate(reading: FieldReading, item: unknown, index: number): void {
  const { close_date: date } = item as Record<string, unknown>;
  if (isAbsent(date) || isCalendarDate(date)) return;
  const says = say('noDateInHistory', { key: 'close_date', there: found(date), entry: index + 1 });
  reading.warn('invalid-date', ['history', index, 'close_date'], says);
}

/** The same of a stage that was left. */
function checkFrom(
  reading: FieldReading,
  item: unknown,
  event: HistoryEvent,
  index: number,
  process: Process,
): void {
  const { from } = item as Record<string, unknown>;
  if (isAbsent(from) || event.from) return;
  const at = ['history', index, 'from'];
  const isStage = typeof from === 'string' && findStage(process, from) !== undefined;
  const says = isStage
    ? say('fromTellsNothing', { entry: index + 1 })
    : say('fromNoStage', { there: found(from), entry: index + 1 });
  reading.warn('invalid-history', at, says, isStage ? [] : meantStages(from, process));
}

/**
 * The events in the order of their days. But where the file ends as the deal stands, and that order ends elsewhere, the
 * days behind the last one are slips, 2062 for 2026: those stay in their places, and are reported where today's date is known (`hintsFor`).
 */
function inOrder(
  reading: FieldReading,
  places: Events,
  stage: StageId | undefined,
  status: Status | undefined,
): HistoryEvent[] {
  const events = places.all;
  const late = events.find((event, index) => index > 0 && event.on < events[index - 1]!.on);
  if (!late) return events;
  const days = events.map(({ on }) => on);
  const sorted = orderOfDays(days).map(at => events[at]!);
  const endsRight = (some: readonly HistoryEvent[]) =>
    (stageInHistory(some) ?? stage) === stage && (lastOutcome(some)?.status ?? status) === status;
  if (endsRight(events) && !endsRight(sorted)) {
    const last = days.at(-1)!;
    return orderOfDays(days.map(day => (day > last ? undefined : day))).map(at => events[at]!);
  }
  reading.warn('history-order', ['history', places.get(late), 'on'], say('historyOrder'));
  return sorted;
}

/** Whether it leads to where the deal is, and how the team would have had it go. */
function judge(
  reading: FieldReading,
  events: readonly HistoryEvent[],
  places: Events,
  stage: StageId,
  process: Process,
): void {
  const behind = linesBehindOutcome(events);
  for (const event of behind) {
    const at = ['history', places.get(event), 'stage'];
    reading.warn('stage-behind-outcome', at, say('stageBehindOutcome', { entry: places.get(event) + 1 }));
  }
  const last = stageInHistory(events);
  if (last && last !== stage && behind.at(-1)?.stage !== stage) {
    reading.warn('history-mismatch', ['stage'], say('historyMismatch', { last, stage }), [last]);
  }
  if (hasNoRules(process) || !events.some(namesStage)) return;
  const entered = courseOf({ stage, created: undefined, history: events }).flatMap((mark): Entered[] => {
    if (mark.kind !== 'entered') return [];
    const { told, line } = mark;
    const at = line ? ['history', places.get(line), told] : ['stage'];
    return [{ stage: mark.stage, at, isMeant: line?.isMeant ?? false }];
  });
  for (const problem of brokenRules(entered, process)) reading.add(problem);
}
