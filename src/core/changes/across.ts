import type { Deal } from '../deal/deal';
import { dealOf, needsAttention, type Entry } from '../deal/entry';

/** The files of a pipeline at one point, by their paths there. */
export type FilesThen = ReadonlyMap<string, Entry>;

/** A deal at one of two points; a file that is there and cannot be read as one; or nothing. */
export type SideAcross = Deal | 'unread' | undefined;

/** A deal at the one point and at the other. */
export interface Across {
  /** Below the pipeline's folder: where it is at the second point, or was at the first if it is gone. */
  readonly path: string;
  readonly before: SideAcross;
  readonly after: SideAcross;
  /** As it was when it was new, between the points, if that is known. */
  readonly begun?: Deal;
  /** As it was last seen before it was removed, if that is known. */
  readonly lastSeen?: Deal;
  /** As it was when it was won or lost, if that is known and it still is. */
  readonly closed?: Deal;
}

/** Two points of a pipeline's past. */
export interface TwoPoints {
  readonly before: FilesThen;
  readonly after: FilesThen;
  /** By its path at the second point, the path that a deal had at the first. */
  readonly renames: ReadonlyMap<string, string>;
  /** Deals that are there only at the second point, as they were when they were new, by their paths there. */
  readonly begun?: ReadonlyMap<string, Deal>;
  /** Deals that are there only at the first point, as they were last seen, by their paths there. */
  readonly lastSeen?: ReadonlyMap<string, Deal>;
  /** Deals that are won or lost at the second point, as they were when they became so, by their paths there. */
  readonly closed?: ReadonlyMap<string, Deal>;
}

/** Each deal of one of the points, or of both, in the order of the paths; of files that no point can read, none. */
export function acrossAll({ before, after, renames, begun, lastSeen, closed }: TwoPoints): Across[] {
  const gone = new Set(renames.values());
  const all: Across[] = [];
  const add = (path: string, old: SideAcross, now: SideAcross) => {
    if (!asDeal(old) && !asDeal(now)) return;
    const [first, last, end] = [begun?.get(path), lastSeen?.get(path), closed?.get(path)];
    all.push({
      ...{ path, before: old, after: now },
      ...(first && old === undefined && { begun: first }),
      ...(last && now === undefined && { lastSeen: last }),
      ...(end && { closed: end }),
    });
  };
  const followed = new Set<string>();
  for (const [path, entry] of after) {
    const old = renames.get(path) ?? (gone.has(path) ? undefined : path);
    if (old !== undefined) followed.add(old);
    add(path, old === undefined ? undefined : sideOf(before.get(old)), sideOf(entry));
  }
  for (const [path, entry] of before) if (!followed.has(path)) add(path, sideOf(entry), undefined);
  return all.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** The deal of a side that can be read. */
export function asDeal(side: SideAcross): Deal | undefined {
  return side === 'unread' ? undefined : side;
}

/** The deal as it is at the second point; one that is gone, as it was last seen. */
export function latestOf({ before, after, lastSeen }: Across): Deal {
  return asDeal(after) ?? lastSeen ?? asDeal(before)!;
}

/** The same with the value that counts: of a deal that was won or lost in between, that with which it was, whatever it was corrected to. */
export function asCounted(across: Across): Deal {
  return across.closed ?? latestOf(across);
}

function sideOf(entry: Entry | undefined): SideAcross {
  if (!entry) return undefined;
  return dealOf(entry) ?? (needsAttention(entry) ? 'unread' : undefined);
}
