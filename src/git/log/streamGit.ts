import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { GitFailed } from '../../actions/ports/git';
import { lineFor, PATIENCE_MS, placeFor, type Asked } from '../askGit';

/** What git is asked while it answers: its input may come little by little. */
interface Streamed extends Omit<Asked, 'input'> {
  readonly input?: string | Readable | undefined;
}

/** Git said no, in its words. */
export class GitRefused extends Error {}

/**
 * Runs git once and gives what it writes as it comes, so that nobody waits while all of it is read.
 *
 * @throws GitFailed where git is not there or takes too long
 * @throws GitRefused where it ends with another code than 0
 */
export async function* streamGit(
  args: readonly string[],
  { folder, env, program = 'git', input = '', patience = PATIENCE_MS }: Streamed,
): AsyncGenerator<Buffer, void> {
  const child = spawn(program, lineFor(folder, args), { ...placeFor(env), stdio: 'pipe' });
  let isTooSlow = false;
  const timer = setTimeout(() => {
    isTooSlow = true;
    child.kill('SIGKILL');
  }, patience);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (err.length < MOST_SAID) err += text;
  });
  const ended = new Promise<number | null | NodeJS.ErrnoException>(resolve => {
    child.on('error', resolve);
    child.on('close', resolve);
  });
  // It may have ended before it has read all.
  child.stdin.on('error', () => undefined);
  if (typeof input === 'string') child.stdin.end(input);
  else input.pipe(child.stdin);
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const code = await ended;
    if (isTooSlow) throw new GitFailed({ kind: 'tookTooLong', seconds: patience / 1000 });
    if (code instanceof Error) {
      if (code.code === 'ENOENT') throw new GitFailed({ kind: 'notInstalled' });
      throw code;
    }
    if (code !== 0) throw new GitRefused(err);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** In characters: its first lines say why. */
const MOST_SAID = 10_000;
