import { GitFailed, type Git, type GitFailure } from '../actions/ports/git';
import { plainText } from '../core/escape';
import { pastKeep } from '../files/disk/pastKeep';
import { gitFrom } from '../git/git';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** Git as it is asked from a terminal, which a hook may have started. */
export function gitOf({ cwd, env }: Terminal): Git {
  return gitFrom({ cwd, env }, { keepFor: pastKeep(env) });
}

/** @throws UsageError where git could not answer */
export async function orNoAnswer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw cause instanceof GitFailed ? new UsageError(why(cause.failure)) : cause;
  }
}

function why(failure: GitFailure): string {
  switch (failure.kind) {
    case 'notInstalled':
      return 'git is not installed, or not on the PATH.';
    case 'tookTooLong':
      return `git took longer than ${failure.seconds} seconds.`;
    case 'noSuchRevision':
      return `git can’t find the revision “${plainText(failure.revision)}”.`;
    case 'notDownloaded':
      return 'This is a partial clone, and the contents of some files have not been downloaded. Run git fetch --refetch, or clone without --filter.';
    case 'refused':
      return `git: ${plainText(failure.inItsWords)}`;
  }
}
