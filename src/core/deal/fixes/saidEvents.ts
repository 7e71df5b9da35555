import type { CalendarDate } from '../../calendar';
import type { MapItem } from '../../frontMatter/edit/change';
import { findStage, normaliseName, type Process } from '../../process/process';
import { isRecord } from '../../shapes';
import { readEvent } from '../read/event';
import { STATUS_NAMES } from '../statusNames';
import { meantDates } from './meantDates';

/** A day in figures. */
const DAY = /(?<![\d-])(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?![\d-])/g;

/** What people put between a day and a stage, and says nothing more. */
const LEAD = /^(?:[\s:;,=|()>→–—-]|(?:on|at|in|to|since|stage|status|moved|entered)(?=[\s:]))+/i;
const TAIL = /(?:[\s:;,=|(>→–—-]|(?<=[\s:,])(?:on|since|at|from))+$/i;

const ARROW = /\s*(?:->|=>|→|>)\s*/;
const LOST = /^((?:closed )?lost)[ \t]*[:;,(–—-]+[ \t]*([^()]+)\)?$/i;

/**
 * The line of a history that an item says in other words: `2026-01-05 proposal`, `proposal: 2026-01-05`, `5.1.2026, lead →
 * prospecting`, `2026-03-01 lost (price)`. None where a word would be lost, or the day may be several.
 */
export function saidEvent(item: unknown, process: Process, today: CalendarDate): MapItem | undefined {
  const { events, isSure } = eventsMeant(item, process, today);
  return isSure ? events[0] : undefined;
}

/** The same for each day that may be meant; sure where it is one. */
export function eventsMeant(
  item: unknown,
  process: Process,
  today: CalendarDate,
): { readonly events: readonly MapItem[]; readonly isSure: boolean } {
  const text = inOneText(item);
  const [day, ...others] = text?.matchAll(DAY) ?? [];
  if (text === undefined || !day || others.length) return NOTHING;
  const around = [text.slice(0, day.index), text.slice(day.index + day[0].length)];
  const [words, more] = around.map(part => part.replace(LEAD, '').replace(TAIL, '')).filter(part => part);
  const said = words === undefined || more !== undefined ? undefined : saidMove(words, process);
  if (!said) return NOTHING;
  const { dates, isSure } = meantDates(day[0], today);
  return { events: dates.map(on => ({ on, ...said })), isSure };
}

const NOTHING = { events: [], isSure: false } as const;

/** What a whole history says that is a text, or a group of keys; none where any part of it says something else. */
export function saidEvents(
  value: unknown,
  process: Process,
  today: CalendarDate,
): readonly MapItem[] | undefined {
  if (isRecord(value) && !('wrong' in readEvent(value, process)))
    return Object.values(value).every(isPlain) ? [value as MapItem] : undefined;
  const parts = isRecord(value)
    ? Object.entries(value).map(([key, one]) => (isPlain(one) ? `${key} ${String(one)}` : ''))
    : typeof value === 'string'
      ? partsOf(value)
      : [];
  const events = parts.map(part => saidEvent(part, process, today));
  return events.length && events.every(event => event !== undefined) ? events : undefined;
}

/** The lines of a text of which some say events: these as entries, and the others as they are. None where no line does. */
export function linesAsEntries(
  value: unknown,
  process: Process,
  today: CalendarDate,
): readonly (MapItem | string)[] | undefined {
  if (typeof value !== 'string') return undefined;
  const lines = value.split('\n').flatMap(line => line.trim() || []);
  const entries = lines.map(line => saidEvent(line, process, today) ?? line);
  return entries.some(one => typeof one !== 'string') ? entries : undefined;
}

function saidMove(words: string, process: Process): MapItem | undefined {
  if (findStage(process, words)) return { stage: words };
  const status = STATUS_NAMES.get(normaliseName(words));
  if (status) return { status };
  const [, , reason] = LOST.exec(words) ?? [];
  if (reason) return { status: 'lost', reason: reason.trim() };
  const [from, to, more] = words.split(ARROW);
  const isMove = from && to && more === undefined && findStage(process, from) && findStage(process, to);
  return isMove && findStage(process, from) !== findStage(process, to) ? { stage: to, from } : undefined;
}

/** Lines of their own, or what is parted by commas; where each has a day, by arrows too. */
function partsOf(text: string): string[] {
  const isDated = (part: string) => part.search(DAY) >= 0;
  const split = (by: RegExp) => text.split(by).filter(part => part.trim());
  const parts = split(/\n|;|,(?![^(]*\))/);
  if (parts.length > 1 && parts.every(isDated)) return parts;
  const steps = split(ARROW);
  return steps.every(isDated) ? steps : [text];
}

function inOneText(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  const pairs = isRecord(item) ? Object.entries(item) : [];
  const parts: readonly unknown[] | undefined = Array.isArray(item)
    ? (item as readonly unknown[])
    : pairs.length === 1
      ? pairs[0]
      : undefined;
  return parts?.length === 2 && parts.every(isPlain) ? parts.join(' ') : undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
