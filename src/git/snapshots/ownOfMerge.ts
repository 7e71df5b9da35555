import type { ReadChange, ReadCommit, ReadVersion } from '../log/readCommits';

/** What a merge has made of a file by itself. */
export interface OwnChange extends ReadChange {
  /** How it was on the other branches that had it. */
  readonly others: readonly ReadVersion[];
}

/**
 * What a merge has changed against each of its parents: where people have settled a conflict, and where both sides were united.
 * All else was done on a branch.
 *
 * @param sides the merge against each of its parents, the first one first
 */
export function ownOfMerge(sides: readonly ReadCommit[]): OwnChange[] {
  const [first, ...rest] = sides.map(
    ({ changes }) => new Map(changes.map(change => [keyOf(change), change])),
  );
  return [...first!].flatMap(([key, change]): OwnChange[] => {
    const elsewhere = rest.map(side => side.get(key));
    if (elsewhere.some(one => one === undefined)) return [];
    const [from, ...others] = [change, ...elsewhere].flatMap(one => one!.from ?? []);
    return [{ from, to: change.to, others }];
  });
}

/** The same file with the same contents; or one that is gone. */
function keyOf({ from, to }: ReadChange): string {
  return to ? `${to.blob} ${to.path}` : ` ${from!.path}`;
}
