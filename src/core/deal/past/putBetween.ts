import { ascending } from 'd3-array';
import type { HistoryEvent } from '../deal';

/** What git knows of a deal, beside the deal's history. */
export interface BesideGit {
  /** All lines of git, in their order. */
  readonly derived: readonly HistoryEvent[];
  /** Which of them tells of the same as one of the history: see `placesInGit`. */
  readonly places: ReadonlyMap<HistoryEvent, number>;
}

/** A line of git that a history lacks. */
export interface Missing {
  readonly line: HistoryEvent;
  /** It tells of what was before the file's lines of its day. */
  readonly isAbove: boolean;
}

/**
 * A history with lines of git at their days. Of one day, what git saw first comes first, also where the file tells of it; else
 * the file's lines come first, unless the one of git leads to what they say was left.
 */
export function putBetween(
  history: readonly HistoryEvent[],
  missing: readonly Missing[],
  { derived, places: placesOfHistory }: BesideGit,
): readonly HistoryEvent[] {
  const places = new Map(placesOfHistory);
  const all = [...history];
  const inOrder = missing
    .map(one => ({ ...one, at: derived.indexOf(one.line) }))
    .sort((a, b) => ascending(a.at, b.at));
  for (const { line, isAbove, at } of inOrder) {
    const isSeen = (one: HistoryEvent, than: (place: number) => boolean) =>
      one.on === line.on && places.has(one) && than(places.get(one)!);
    const earlier = all.findLastIndex(one => isSeen(one, place => place < at));
    const later = all.findIndex(one => isSeen(one, place => place > at));
    // One that is above has a line of its day or a later one below it.
    const open = isAbove
      ? all.findIndex(({ on }) => on >= line.on)
      : all.findLastIndex(({ on }) => on <= line.on) + 1;
    const place = isAbove ? Math.max(open, earlier + 1) : later < 0 ? open : Math.min(open, later);
    all.splice(place, 0, line);
    places.set(line, at);
  }
  return all;
}
