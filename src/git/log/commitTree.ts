import { askGit, type Asked } from '../askGit';
import { GitRefused } from './streamGit';

/** A commit's id, and those of its parents. */
export type CommitNode = readonly [id: string, ...parents: string[]];

/**
 * The commits up to one, each behind its parents; in a shallow clone the first have none.
 *
 * @param from those up to this one are left out
 * @throws GitFailed
 * @throws GitRefused
 */
export async function commitTree(
  head: string,
  from: string | undefined,
  asked: Asked,
): Promise<readonly CommitNode[]> {
  const not = from === undefined ? [] : [`^${from}`];
  const { code, out, err } = await askGit(
    ['rev-list', '--topo-order', '--reverse', '--parents', head, ...not, '--'],
    asked,
  );
  if (code !== 0) throw new GitRefused(err);
  const lines = out.toString('latin1').split('\n');
  return lines.filter(Boolean).map(line => line.split(' ') as [string, ...string[]]);
}
