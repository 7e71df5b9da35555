import { ascending } from 'd3-array';
import { firstOf } from '../core/firstOf';
import type { Problem, Severity } from '../core/problem';

/** Which of many problems are shown, and how many more there are. */
export interface Bounded {
  /** The problems of a file that are shown, in their order. */
  shown(address: string, problems: readonly Problem[]): readonly Problem[];
  /** What is not shown; nothing if everything is. */
  readonly left: LeftOut | undefined;
}

interface LeftOut {
  /** The first file with problems that aren't shown while it's closed. Opening it doesn't change that. */
  readonly address: string;
  readonly problems: number;
  readonly files: number;
}

/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** Shows every problem of every file. */
export const UNBOUNDED: Bounded = { shown: (_, problems) => problems, left: undefined };

/**
 * Chooses which problems of many files are shown: the worst first, and among equals those of the files that come first by
 * address. Files that are open show all of theirs.
 *
 * @param files the problems of each file, by its address
 * @param isOpen of a file by its address
 */
export function boundedProblems(
  files: ReadonlyMap<string, readonly Problem[]>,
  most: number,
  isOpen: (address: string) => boolean,
): Bounded {
  const counts = new Map<Severity, number>(SEVERITIES.map(severity => [severity, 0]));
  for (const problems of files.values())
    for (const { severity } of problems) counts.set(severity, counts.get(severity)! + 1);
  let room = most;
  const cut = SEVERITIES.find(severity => {
    if (counts.get(severity)! > room) return true;
    room -= counts.get(severity)!;
    return false;
  });
  if (!cut) return UNBOUNDED;
  const last = lastIn(files, cut, room);
  const ofClosed = (address: string, problems: readonly Problem[]) =>
    upTo(problems, cut, roomAt(address, last));
  return {
    shown: (address, problems) => (isOpen(address) ? problems : ofClosed(address, problems)),
    left: leftOf(files, ofClosed, isOpen),
  };
}

/** The file that shows only some of its problems, and how many. */
interface Last {
  readonly address: string;
  readonly room: number;
}

/** The file at which there is room for no more problems of a severity. */
function lastIn(files: ReadonlyMap<string, readonly Problem[]>, cut: Severity, room: number): Last {
  const withSome = [...files].flatMap(([address, problems]) => {
    const count = problems.filter(({ severity }) => severity === cut).length;
    return count ? { address, count } : [];
  });
  // Each has one at least, so one more of them than there is room for is enough.
  const first = firstOf(withSome, room + 1, (a, b) => ascending(a.address, b.address));
  let left = room;
  const last = first.find(({ count }) => {
    if (count > left) return true;
    left -= count;
    return false;
  })!;
  return { address: last.address, room: left };
}

function roomAt(address: string, last: Last): number {
  if (address === last.address) return last.room;
  return address < last.address ? Infinity : 0;
}

/** The problems that are worse, and so many of those that are as bad. */
function upTo(problems: readonly Problem[], cut: Severity, room: number): readonly Problem[] {
  const rank = SEVERITIES.indexOf(cut);
  let left = room;
  return problems.filter(({ severity }) =>
    severity === cut ? left-- > 0 : SEVERITIES.indexOf(severity) < rank,
  );
}

function leftOf(
  files: ReadonlyMap<string, readonly Problem[]>,
  ofClosed: Bounded['shown'],
  isOpen: (address: string) => boolean,
): LeftOut | undefined {
  let first: string | undefined;
  const left = { problems: 0, files: 0 };
  for (const [address, problems] of files) {
    const count = problems.length - ofClosed(address, problems).length;
    if (!count) continue;
    if (first === undefined || address < first) first = address;
    if (isOpen(address)) continue;
    left.problems += count;
    left.files++;
  }
  return first === undefined || !left.files ? undefined : { address: first, ...left };
}
