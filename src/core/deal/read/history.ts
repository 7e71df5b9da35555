import { isCalendarDate } from '../../calendar';
import { describe } from '../../problem';
import type { Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import type { HistoryEvent } from '../deal';
import { brokenRules, type Entered } from '../problems/rules';
import { readEvent } from './event';
import { isAbsent, told, type Reading } from './reading';

/** The events, and at which place of the list each stands. */
type Events = Map<HistoryEvent, number>;

/**
 * The events in the order of their days. Entries that say nothing readable are left out and told.
 *
 * @param stage the one that the deal is in now, if it is known
 */
export function readHistory(reading: Reading, process: Process, stage: StageId | undefined): HistoryEvent[] {
  const value = reading.get('history');
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    reading.warn('invalid-history', ['history'], `The history is ${describe(value)}, not a list.`);
    return [];
  }
  const places = readEvents(reading, value, process);
  const events = inOrder(reading, places);
  if (stage) judge(reading, events, places, stage, process);
  return events;
}

function readEvents(reading: Reading, items: readonly unknown[], process: Process): Events {
  const events: Events = new Map();
  for (const [index, item] of items.entries()) {
    const event = readEvent(item, process);
    if ('wrong' in event) {
      const message = `Entry ${index + 1} of the history ${event.wrong}. It is not counted.`;
      const at = event.key === undefined ? ['history', index] : ['history', index, event.key];
      reading.warn('invalid-history', at, message, event.meant);
    } else {
      events.set(event, index);
      checkCloseDate(reading, item, index);
    }
  }
  return events;
}

/** A date that makes no sense in a line that does: the line counts without it. */
function checkCloseDate(reading: Reading, item: unknown, index: number): void {
  const { close_date: date } = item as Record<string, unknown>;
  if (isAbsent(date) || isCalendarDate(date)) return;
  const where = `“close_date” in entry ${index + 1} of the history`;
  const message = `${where} is ${told(date)}, not a date. Write it like 2026-12-18.`;
  reading.warn('invalid-date', ['history', index, 'close_date'], message);
}

function inOrder(reading: Reading, places: Events): HistoryEvent[] {
  const events = [...places.keys()];
  const late = events.find((event, index) => index > 0 && event.on < events[index - 1]!.on);
  if (!late) return events;
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const message = 'The history is not in the order of its days. It is read as if it were.';
  reading.warn('history-order', ['history', places.get(late)!, 'on'], message);
  return events;
}

/** Whether it leads to where the deal is, and how the team would have had it go. */
function judge(
  reading: Reading,
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
    const message = `The history ends in “${last}”, the stage is “${stage}”. Add the missing line to the history.`;
    reading.warn('history-mismatch', ['stage'], message, [last]);
    entered.push({ stage, at: ['stage'], isMeant: false });
  }
  for (const problem of brokenRules(entered, process)) reading.add(problem);
}
