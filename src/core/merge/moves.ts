import { normaliseName } from '../process/process';
import { isRecord } from '../shapes';
import type { ThreeVersions } from './lines/hunks';
import type { UnitedItem } from './unite';

/** What a line of the history says of where the deal went. */
export interface WrittenMove {
  /** `''` where it says no day. */
  readonly on: string;
  /** The stage that was entered, or, of an outcome, the one in which that came. */
  readonly stage: string | undefined;
  readonly status: string | undefined;
}

/** Where a deal stands, as a file says it: the two keys, in one writing. */
export interface Standing {
  readonly stage: string;
  /** `open` where the file has none. */
  readonly status: string;
}

export function standingOf(stage: unknown, status: unknown): Standing {
  return { stage: nameOf(stage) ?? '', status: nameOf(status) ?? 'open' };
}

/** The move of a line of the history; `undefined` where it tells of none. */
export function moveOf(value: unknown): WrittenMove | undefined {
  if (!isRecord(value)) return undefined;
  const status = nameOf(value['status']);
  const stage = nameOf(value['stage']) ?? (status === undefined ? undefined : nameOf(value['from']));
  if (stage === undefined && status === undefined) return undefined;
  return { on: typeof value['on'] === 'string' ? value['on'] : '', stage, status };
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? normaliseName(value) : undefined;
}

/** What a history says of where the deal stands in the end, as far as it does, and whether it makes sense until there. */
export function endOf(history: readonly unknown[]): {
  readonly stage: string | undefined;
  readonly status: string | undefined;
  readonly goesOnClosed: boolean;
} {
  let [stage, status]: [string | undefined, string | undefined] = [undefined, undefined];
  let goesOnClosed = false;
  for (const value of history) {
    const move = moveOf(value);
    if (!move) continue;
    const isClosed = status !== undefined && status !== 'open';
    const isEntry = move.status === undefined || move.stage !== stage;
    if (isClosed && move.status !== 'open' && move.stage !== undefined) goesOnClosed ||= isEntry;
    stage = move.stage ?? stage;
    status = move.status ?? status;
  }
  return { stage, status, goesOnClosed };
}

/** Whether the lines that two histories both have follow each other alike. */
export function isInSameOrder(history: readonly unknown[], other: readonly unknown[]): boolean {
  const [some, others] = [history, other].map(lines => lines.map(line => JSON.stringify(line)));
  const among = (lines: readonly string[], known: readonly string[]) =>
    lines.filter(line => known.includes(line)).join('\n');
  return among(some!, others!) === among(others!, some!);
}

/** The lines of a united history that only one side has, and that tell of a move. */
export function ownMoves(history: readonly UnitedItem[], side: 'ours' | 'theirs'): readonly UnitedItem[] {
  return history.filter(one => 'item' in one && one.of === side && moveOf(one.item.value));
}

/**
 * Of a side's own moves those that say where the deal stands now: not a stage, or an outcome, that was filled in with an earlier
 * day above one that the base has.
 */
export function movesAtEnd(history: readonly UnitedItem[], side: 'ours' | 'theirs'): readonly UnitedItem[] {
  const isOutcome = (move: WrittenMove) => move.status !== undefined;
  const known = history.map(one =>
    'item' in one && one.base !== undefined ? moveOf(one.item.value) : undefined,
  );
  return ownMoves(history, side).filter(one => {
    const own = 'item' in one && moveOf(one.item.value);
    const follows = known.slice(history.indexOf(one));
    return !follows.some(
      move => own && move && isOutcome(move) === isOutcome(own) && isDay(own.on) && move.on > own.on,
    );
  });
}

/** The day of the last of some moves; `undefined` where one says none. */
export function lastDayOf(moves: readonly UnitedItem[]): string | undefined {
  const days = moves.map(one => ('item' in one ? moveOf(one.item.value)!.on : ''));
  return days.every(isDay) ? days.toSorted().at(-1) : undefined;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text);
}

/**
 * Whether a side's history tells of all that it has changed of where the deal stands: then the days of its lines are those of
 * its changes.
 */
export function isToldByHistory(
  { base, side }: { readonly base: Standing; readonly side: Standing },
  newLines: readonly unknown[],
): boolean {
  const moves = newLines.map(moveOf).filter(move => move !== undefined);
  const lastStage = moves.findLast(({ stage }) => stage !== undefined)?.stage;
  const lastStatus = moves.findLast(({ status }) => status !== undefined)?.status;
  return (
    (side.stage === base.stage || side.stage === lastStage) &&
    (side.status === base.status || side.status === lastStatus)
  );
}

/** Whose changes of a deal's standing count, or that it is for a person to decide. */
export type Decision = 'ours' | 'theirs' | 'eachKey' | 'conflict';

/** What is known of the changes of a deal's standing on both sides. */
export interface TwoCourses extends ThreeVersions<Standing> {
  readonly history: readonly UnitedItem[];
  /** The lines of each side's history that the base has not. */
  readonly newLines: { readonly ours: readonly unknown[]; readonly theirs: readonly unknown[] };
  /** Whether the details of the outcome differ too: its day, its reason, its note. */
  readonly isApart: boolean;
}

/**
 * Same moves are one; of two different ones the later by date counts. Of one day, that side counts which has made the move of
 * the other and went on. On one day, or without dates, nobody can tell; nor where it is won here and lost there.
 */
export function decide(courses: TwoCourses): Decision {
  const { base, ours, theirs, history, newLines, isApart } = courses;
  // What was filled in above what the base has decides nothing: it is as if it were not there.
  const [mine, others] = [movesAtEnd(history, 'ours'), movesAtEnd(history, 'theirs')];
  const isMoved = (side: Standing, moves: readonly UnitedItem[]) =>
    moves.length > 0 || side.stage !== base.stage || side.status !== base.status;
  if (!isMoved(ours, mine) || !isMoved(theirs, others)) return 'eachKey';
  const isSameStanding = ours.stage === theirs.stage && ours.status === theirs.status;
  if (isSameStanding && !isApart) return 'eachKey';
  const filledIn = new Set(filledInto(history));
  const isNew = (line: unknown) => !filledIn.has(line);
  const isTold =
    isToldByHistory({ base, side: ours }, newLines.ours.filter(isNew)) &&
    isToldByHistory({ base, side: theirs }, newLines.theirs.filter(isNew));
  if (!isTold) return 'conflict';
  // Both may have closed the deal alike, for two reasons.
  if (!mine.length && !others.length) return 'eachKey';
  if (!mine.length) return 'theirs';
  if (!others.length) return 'ours';
  if (ours.status !== 'open' && theirs.status !== 'open') return 'conflict';
  const [day, other] = [lastDayOf(mine), lastDayOf(others)];
  if (day === undefined || other === undefined || day === other) return 'conflict';
  return day > other ? 'ours' : 'theirs';
}

/** The lines of either side that were filled in with an earlier day above one that the base has. */
function filledInto(history: readonly UnitedItem[]): readonly unknown[] {
  return (['ours', 'theirs'] as const).flatMap(side => {
    const atEnd = new Set(movesAtEnd(history, side));
    return ownMoves(history, side).flatMap(one => ('item' in one && !atEnd.has(one) ? [one.item.value] : []));
  });
}
