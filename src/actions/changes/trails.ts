import type { CalendarDate } from '../../core/calendar';
import type { BlobName, CommitMade } from '../ports/snapshots';

/** A file at a commit. */
export interface FileVersion {
  readonly path: string;
  readonly blob: BlobName;
}

/** What a commit made of a deal. */
export interface TrailStep {
  readonly from: FileVersion | undefined;
  readonly to: FileVersion | undefined;
  /** Of a merge: how it was on other branches. */
  readonly others: readonly FileVersion[];
  readonly on: CalendarDate;
  readonly by: string;
}

/** A deal's way through some commits. */
export interface Trail {
  /** Where it was before the first of them; nothing if it is newer. */
  readonly start: string | undefined;
  readonly steps: TrailStep[];
}

/** The ways of all deals that some commits have changed. */
export interface Trails {
  /** By the paths that the deals have in the end. */
  readonly at: ReadonlyMap<string, Trail>;
  /** By the paths that the deals had at the beginning. */
  readonly from: ReadonlyMap<string, Trail>;
}

/**
 * @param commits the earliest first
 * @param isSame whether a file that git takes for the same is the same deal
 */
export function trailsThrough(
  commits: readonly CommitMade[],
  isSame: (from: FileVersion, to: FileVersion) => boolean,
): Trails {
  const at = new Map<string, Trail>();
  const from = new Map<string, Trail>();
  const begin = (start?: string): Trail => {
    const trail: Trail = { start, steps: [] };
    if (start !== undefined && !from.has(start)) from.set(start, trail);
    return trail;
  };
  for (const { files, on, by } of commits) {
    const moved: [path: string, trail: Trail][] = [];
    for (const { from: old, to: now, others } of files) {
      const goesOn = old && now && (old.path === now.path || isSame(old, now));
      if (old) {
        // A branch that was merged may have it by its new name already.
        const trail =
          (others && goesOn ? at.get(now.path) : undefined) ?? at.get(old.path) ?? begin(old.path);
        trail.steps.push({ from: old, to: goesOn ? now : undefined, others: others ?? [], on, by });
        at.delete(old.path);
        if (goesOn) moved.push([now.path, trail]);
      }
      if (now && !goesOn) {
        const trail = begin();
        trail.steps.push({ from: undefined, to: now, others: [], on, by });
        moved.push([now.path, trail]);
      }
    }
    // At the end, since two files may have changed places.
    for (const [path, trail] of moved) at.set(path, trail);
  }
  return { at, from };
}
