import type { CalendarDate } from '../../../../../src/core/calendar';
import type { KnownFromGit } from '../../../../../src/core/deal/gitFacts';
import type { PastCommit } from '../../../../../src/core/deal/past/commits';
import { factsOf } from '../../../../../src/core/deal/past/factsOf';
import { fileStateOf } from '../../../../../src/core/deal/past/fileState';
import { followFiles } from '../../../../../src/core/deal/past/followFiles';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import type { CommitToRecord } from './recordCommits';

/** What git would know of commits, none of which removes or renames a file: told without git, for far more of them. */
export function knownWithoutGit(commits: readonly CommitToRecord[]): KnownFromGit {
  const past = commits.map(({ on, parents, files }, at): PastCommit => {
    const before = commits[parents[0] ?? -1]?.files;
    const changes = [...files].flatMap(([path, text]) =>
      before?.get(path) === text ? [] : [{ path, blob: text }],
    );
    return { id: `c${at}`, parents, on: on as CalendarDate, by: 'Dana', changes };
  });
  const following = followFiles(past, text => fileStateOf(text, DEFAULT_PROCESS));
  let step = following.next();
  while (!step.done) step = following.next();
  return new Map([...step.value].map(([path, file]) => [path, factsOf(file, past)]));
}
