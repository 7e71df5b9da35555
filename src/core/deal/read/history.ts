import { isCalendarDate } from '../../calendar';
import { found } from '../../found';
import type { Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import type { HistoryEvent } from '../deal';
import { brokenRules, type Entered } from '../problems/rules';
import { readEvent } from './event';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

/** The events, and at which place of the list each stands. */
type Events = Map<HistoryEvent, number>;

/**
 * The events in the order of their days. Entries that say nothing readable are left out and told.
 *
 * @param stage the one that the deal is in now, if it is known
 */
export function readHistory(
  reading: FieldReading,
  process: Process,
  stage: StageId | undefined,
): HistoryEvent[] {
  const value = reading.get('history');
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    reading.warn('invalid-history', ['history'], say('historyNoList', { there: found(value) }));
    return [];
  }
  const places = readEvents(reading, value, process);
  const events = inOrder(reading, places);
  if (stage) judge(reading, events, places, stage, process);
  return events;
}

function readEvents(reading: FieldReading, items: readonly unknown[], process: Process): Events {
  const events: Events = new Map();
  for (const [index, item] of items.entries()) {
    const event = readEvent(item, process);
    if ('wrong' in event) {
      const says = say('historyEntry', { entry: index + 1, wrong: event.wrong });
      const at = event.key === undefined ? ['history', index] : ['history', index, event.key];
      reading.warn('invalid-history', at, says, event.meant);
    } else {
      events.set(event, index);
      checkCloseDate(reading, item, index);
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

function inOrder(reading: FieldReading, places: Events): HistoryEvent[] {
  const events = [...places.keys()];
  const late = events.find((event, index) => index > 0 && event.on < events[index - 1]!.on);
  if (!late) return events;
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  reading.warn('history-order', ['history', places.get(late)!, 'on'], say('historyOrder'));
  return events;
}

/** Whether it leads to where the deal is, and how the team would have had it go. */
function judge(
  reading: FieldReading,
  events: readonly HistoryEvent[],
  places: Events,
  stage: StageId,
  process: Process,
): void {
  const entered: Entered[] = events.flatMap(event => {
    const { stage: to, isMeant = false } = event;
    return to ? [{ stage: to, at: ['history', places.get(event)!, 'stage'], isMeant }] : [];
  });
  const last = entered.at(-1)?.stage;
  if (last && last !== stage) {
    reading.warn('history-mismatch', ['stage'], say('historyMismatch', { last, stage }), [last]);
    entered.push({ stage, at: ['stage'], isMeant: false });
  }
  for (const problem of brokenRules(entered, process)) reading.add(problem);
}
