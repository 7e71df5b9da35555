import { cloneAround } from './mergeDriver/clone';
import type { GitSurroundings } from './environment';

/** The text of a commit's message that git is about to show, with a message in it; nothing where one stands there already. */
export function filledMessage(text: string, message: string, commentSign: string): string | undefined {
  const first = text.split('\n').find(line => line.trim() !== '');
  if (first !== undefined && !first.startsWith(commentSign)) return undefined;
  return `${message}\n${text}`;
}

/**
 * What git's own lines in a commit's message begin with.
 *
 * @throws GitFailed where git is not there or takes too long
 */
export async function commentSignIn(folder: string, surroundings: GitSurroundings): Promise<string> {
  const clone = await cloneAround(folder, surroundings);
  const answer = await clone?.ask('config', '--null', '--get-regexp', '^core\\.comment(char|string)$');
  const set = (answer?.out.toString('utf8') ?? '').split('\0').filter(Boolean);
  const sign = set.at(-1)?.split('\n')[1];
  // Git chooses one that the message doesn't begin with: in an empty one, this.
  return !sign || sign === 'auto' ? '#' : sign;
}
