import type { Asked } from '../askGit';
import type { CommitNode } from '../log/commitTree';
import { readCommits } from '../log/readCommits';
import type { CommitLog } from './commitLog';

/** So many of the newest commits are looked at whole for files that came from elsewhere. */
const MOST = 500;

/**
 * Where files of a folder came from that were moved into it: folders of the repository, or files at its top, of which the
 * log does not tell yet.
 *
 * @param since the place of the first commit that is looked at
 * @throws as `streamGit`
 */
export async function movedIn(
  { commits, states, paths }: CommitLog,
  since: number,
  asked: Asked,
): Promise<string[]> {
  if (!paths.length) return [];
  const added = new Map<string, CommitNode>();
  for (const { id, parents, on, changes } of commits.slice(since)) {
    const [parent] = parents;
    if (parent === undefined) continue;
    const isOlder = (blob: string) => {
      const state = states.get(blob);
      return state && (!state.created || state.created < on);
    };
    const isWhole = changes.every(
      ({ blob, from }) => blob === undefined || from !== undefined || !isOlder(blob),
    );
    if (!isWhole) added.set(id, [id, commits[parent]!.id]);
  }
  if (!added.size) return [];
  const isKnown = (path: string) => paths.some(known => path === known || path.startsWith(`${known}/`));
  const places = new Set<string>();
  for await (const { changes } of readCommits([...added.values()].slice(-MOST), [], asked)) {
    for (const { from, to } of changes) {
      if (!from || !to || !isKnown(to.path) || isKnown(from.path)) continue;
      const { path } = from;
      places.add(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path);
    }
  }
  return [...places];
}
