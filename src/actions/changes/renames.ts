import { isSameDeal, type FileSeen } from '../../core/changes/sameDeal';
import { renamesAmong, type WholeFile } from '../../core/changes/renamedFiles';
import type { Trails } from './trails';

interface PathsOfPoints {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** The renames that commits tell of: by the new path, the old one. */
export function renamesOnTrails({ at }: Trails, { before, after }: PathsOfPoints): Map<string, string> {
  const renames = new Map<string, string>();
  for (const [path, { start }] of at) {
    if (start === undefined || start === path || !before.has(start) || !after.has(path)) continue;
    // What stands at the old path now has to be another deal.
    if (!after.has(start) || at.has(start)) renames.set(path, start);
  }
  return renames;
}

/** The files that are at one of two points only, with the renames that are known left out. */
export function unpaired(
  { before, after }: PathsOfPoints,
  renames: ReadonlyMap<string, string>,
): { readonly gone: string[]; readonly come: string[] } {
  const followed = new Set(renames.values());
  return {
    gone: [...before].filter(path => !after.has(path) && !followed.has(path)),
    come: [...after].filter(path => !renames.has(path) && (!before.has(path) || followed.has(path))),
  };
}

/** The renames among files that went and files that came, told by what stands in them as git tells it. */
export function renamesBetween(
  gone: ReadonlyMap<string, FileSeen>,
  come: ReadonlyMap<string, FileSeen>,
): Map<string, string> {
  const found = renamesAmong(wholeFiles(gone), wholeFiles(come));
  return new Map([...found].filter(([now, old]) => isSameDeal(gone.get(old)!, come.get(now)!)));
}

function wholeFiles(files: ReadonlyMap<string, FileSeen>): WholeFile[] {
  return [...files].map(([path, { text }]) => ({ path, lines: text.split('\n') }));
}
