import type { Git } from '../actions/ports/git';
import { whyGitFailed } from '../actions/whyGitFailed';
import { pastKeep } from '../files/disk/pastKeep';
import { gitFrom } from '../git/git';
import { sentence } from '../words/sentence';
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
    throw new UsageError(sentence(whyGitFailed(cause)));
  }
}
