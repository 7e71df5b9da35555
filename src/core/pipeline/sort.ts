import { ascending } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { compareTexts } from '../compareTexts';
import { daysInStage } from '../deal/daysInStage';
import { lastTouch, type Deal } from '../deal/deal';
import { dealOf, titleOf, type Entry } from '../deal/entry';
import { sizeOf } from '../money';
import type { Process } from '../process/process';
import type { SortKey } from '../process/view';

/** What deals are sorted by: a number or a text, `undefined` where a deal does not have it. */
type Key = number | string | undefined;

interface Order {
  readonly keyOf: (deal: Deal, process: Process, today: CalendarDate) => Key;
  /** The largest first. */
  readonly falls: boolean;
}

const ORDERS: Readonly<Record<SortKey, Order>> = {
  value: { keyOf: size, falls: true },
  close_date: { keyOf: ({ closeDate, closedOn }) => closedOn ?? closeDate, falls: false },
  days_in_stage: { keyOf: (deal, _, today) => daysInStage(deal, today), falls: true },
  next_step: { keyOf: ({ nextStepOn }) => nextStepOn, falls: false },
  title: { keyOf: () => undefined, falls: false },
  // Who was left alone for the longest time comes first.
  last_touch: { keyOf: (deal, _, today) => lastTouch(deal, today), falls: false },
};

/**
 * The entries in the order of a key, those without it at the end, and then by title; numbers by their size and dates by
 * their days. Files that are no deals stand behind all deals.
 *
 * @param reversed the other way round, but for those without the key
 */
export function sortEntries(
  entries: Iterable<Entry>,
  sort: SortKey,
  process: Process,
  today: CalendarDate,
  reversed = false,
): Entry[] {
  const { keyOf, falls } = ORDERS[sort];
  const direction = falls === reversed ? 1 : -1;
  const titles = sort === 'title' && reversed ? -1 : 1;
  return [...entries]
    .map(entry => {
      const deal = dealOf(entry);
      return { entry, key: deal && keyOf(deal, process, today) };
    })
    .sort((a, b) => compareKeys(a.key, b.key, direction) || titles * byTitle(a.entry, b.entry))
    .map(({ entry }) => entry);
}

/** By value, the largest first, and then by title. */
export function byValueThenTitle(process: Process) {
  const sizeIn = (entry: Entry) => {
    const deal = dealOf(entry);
    return (deal && size(deal, process)) ?? 0;
  };
  return (a: Entry, b: Entry): number => sizeIn(b) - sizeIn(a) || byTitle(a, b);
}

/** At the team's rates, where it has any: 9,000 dollars are more than 9,000 crowns. */
function size({ value }: Deal, { currency, rates }: Process): number | undefined {
  return value && sizeOf(value, currency, rates);
}

/** What is not there comes last in both directions. */
function compareKeys(a: Key, b: Key, direction: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return direction * ascending(a, b);
}

function byTitle(a: Entry, b: Entry): number {
  return (
    compareTexts(titleOf(a), titleOf(b)) ||
    compareTexts(a.path, b.path) ||
    // Two paths may differ only in the case of their letters.
    ascending(a.path, b.path)
  );
}
