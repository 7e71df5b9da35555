import type { FilesToMerge } from './mergeFiles';

/** What git names the three versions where it does not say it. */
const LABELS = { base: 'base', ours: 'ours', theirs: 'theirs' };
const MARKER_SIZE = 7;

/** What stands behind `merge` on a command line, by itself. */
export interface MergeArguments {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The path of the merged file in its repository; where it is left out, that of ours. */
  readonly path?: string | undefined;
  readonly markerSize?: string | undefined;
  /** What git calls the versions: base, ours, theirs. */
  readonly labels?: readonly string[] | undefined;
}

/** The same as the merge wants it. Git passes on as it stands what it does not know: `%L`, `%S`. */
export function filesToMerge(
  { base, ours, theirs, path = ours, markerSize = '', labels = [] }: MergeArguments,
  cwd: string,
  env: NodeJS.ProcessEnv,
): FilesToMerge {
  const size = /^\d{1,3}$/.test(markerSize) ? Math.max(1, Number(markerSize)) : MARKER_SIZE;
  const label = (at: number, otherwise: string) => {
    const given = labels[at]?.trim();
    return given && !/^%[A-Z]$/.test(given) ? given : otherwise;
  };
  return {
    base,
    ours,
    theirs,
    path,
    markerSize: size,
    labels: { base: label(0, LABELS.base), ours: label(1, LABELS.ours), theirs: label(2, LABELS.theirs) },
    cwd,
    env,
  };
}
