import type { KnownFromGit } from '../../../../../src/core/deal/gitFacts';
import type { PastCommit } from '../../../../../src/core/deal/past/commits';
import { factsOf } from '../../../../../src/core/deal/past/factsOf';
import { fileStateOf } from '../../../../../src/core/deal/past/fileState';
import { followFiles } from '../../../../../src/core/deal/past/followFiles';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import type { CommitToRecord } from './recordCommits';

/**
 * What git would know of commits: told without git, for far more of them.
 *
 * @param isRenamed whether git would take one text, which is gone, for another, which is new; of none where left out
 * @returns with ids `c0`, `c1` … in the order of the list
 */
export function knownWithoutGit(
  commits: readonly CommitToRecord[],
  isRenamed: (gone: string, added: string) => boolean = () => false,
): KnownFromGit {
  const past = commits.map(({ on, parents, files }, at): PastCommit => {
    const before = commits[parents[0] ?? -1]?.files ?? new Map<string, string>();
    const gone = [...before].filter(([path]) => !files.has(path));
    const changed = [...files].flatMap(([path, text]) => {
      if (before.get(path) === text) return [];
      const [from] = gone.find(one => !before.has(path) && isRenamed(one[1], text)) ?? [];
      return [{ path, blob: text, ...(from !== undefined && { from }) }];
    });
    const left = gone.filter(([path]) => !changed.some(({ from }) => from === path));
    return {
      id: `c${at}`,
      parents,
      on,
      by: 'Dana',
      changes: [...changed, ...left.map(([path]) => ({ path }))],
    };
  });
  const following = followFiles(past, text => fileStateOf(text, DEFAULT_PROCESS));
  let step = following.next();
  while (!step.done) step = following.next();
  return new Map([...step.value].map(([path, file]) => [path, factsOf(file, past)]));
}
