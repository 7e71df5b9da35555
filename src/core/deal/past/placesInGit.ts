import { daysBetween } from '../../calendar';
import { namesStage } from '../course';
import type { HistoryEvent } from '../deal';

/**
 * Which of git's lines tells of the same as one of a file, as a place in git's: as many as can be, in the order of both, those
 * first that are of its day and leave the stage that it leaves. The one in git may be committed later.
 */
export function placesInGit(
  history: readonly HistoryEvent[],
  derived: readonly HistoryEvent[],
): Map<HistoryEvent, number> {
  const [lefts, leftsInGit] = [leftBefore(history), leftBefore(derived)];
  const likeness = history.map((line, row) =>
    derived.map((one, at) => likenessOf(line, one, lefts[row] === leftsInGit[at])),
  );
  const best = bestFrom(likeness);
  const places = new Map<HistoryEvent, number>();
  let next = 0;
  for (const [row, line] of history.entries()) {
    const isIt = (like: number, at: number) =>
      at >= next && like > 0 && like + best[row + 1]![at + 1]! === best[row]![next];
    // What the lines above leave open may have gone to and fro before it; where they leave nothing open, this comes after.
    const at = line.from ? likeness[row]!.findLastIndex(isIt) : likeness[row]!.findIndex(isIt);
    if (at < 0) continue;
    places.set(line, at);
    next = at + 1;
  }
  return places;
}

/** The stage that each line leaves, by itself or by the lines above; nothing where none says it. */
function leftBefore(lines: readonly HistoryEvent[]): HistoryEvent['stage'][] {
  let stage: HistoryEvent['stage'];
  return lines.map(line => {
    const left = line.from ?? stage;
    if (namesStage(line)) stage = line.stage ?? line.from;
    return left;
  });
}

/** How much a line of git is like one of a file; nothing where it can't be the same. */
function likenessOf({ on, stage, status }: HistoryEvent, inGit: HistoryEvent, isSameLeft: boolean): number {
  const isSame = stage ? stage === inGit.stage : status !== undefined && status === inGit.status;
  if (!isSame) return 0;
  const late = daysBetween(on, inGit.on);
  if (late < -1) return 0;
  return 1 + Number(late <= 1) + Number(late === 0) + Number(isSameLeft);
}

/** How much can be alike in all from each of a file's lines and each of git's on. */
function bestFrom(likeness: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const best: number[][] = [Array.from({ length: (likeness[0]?.length ?? 0) + 1 }, () => 0)];
  for (const row of likeness.toReversed()) {
    const below = best[0]!;
    const sums = below.map(() => 0);
    for (let at = row.length - 1; at >= 0; at--)
      sums[at] = Math.max(below[at]!, sums[at + 1]!, row[at]! && row[at]! + below[at + 1]!);
    best.unshift(sums);
  }
  return best;
}
