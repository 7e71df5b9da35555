import type { ThreeVersions } from './lines/hunks';

/** The comments in lines of YAML. What looks like one in quotes counts too: then a person is asked once too often. */
export function commentsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => /(?:^|[ \t])#.*$/.exec(line)?.[0].trim() ?? []);
}

/** The lines of something in each version; none where it isn't there. */
export function linesOf({
  base,
  ours,
  theirs,
}: ThreeVersions<{ readonly lines: readonly string[] } | undefined>): ThreeVersions<
  readonly string[] | undefined
> {
  return { base: base?.lines, ours: ours?.lines, theirs: theirs?.lines };
}

/** Whether merged lines have all comments that a side has written. */
export function keepsComments(
  lines: readonly string[],
  { base, ours, theirs }: ThreeVersions<readonly string[] | undefined>,
): boolean {
  const known = new Set([...commentsIn(lines), ...commentsIn(base ?? [])]);
  return [ours, theirs].every(side => commentsIn(side ?? []).every(comment => known.has(comment)));
}
