import type { Says } from '../core/says';
import { GitFailed } from './ports/git';
import { say } from './say';

/** Why git could not answer. @throws what nobody has foreseen */
export function whyGitFailed(cause: unknown): Says {
  if (!(cause instanceof GitFailed)) throw cause;
  return say('gitFailed', { failure: cause.failure });
}
