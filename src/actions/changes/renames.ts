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
