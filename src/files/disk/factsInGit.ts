import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readCloseDateLog } from '../../core/metrics/closeDateLog';
import type { KnownFromGit } from '../../core/deal/gitFacts';

/** More than the log of any pipeline has, and longer than anybody waits for a figure that is one of many. */
const MAX_OUTPUT = 1 << 28;
const TIMEOUT_MS = 30_000;

const run = promisify(execFile);

/**
 * What git knows of the deals below a folder; nothing where there is no git, no repository or no
 * commit. Runs none of the programs that a repository may name in its settings.
 *
 * @param key the key of the front matter that has the close date
 */
export async function factsInGit(
  folder: string,
  key: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<KnownFromGit | undefined> {
  const literal = key.replace(/[.[\]\\^$*+?{}|()]/g, '\\$&');
  const args = [
    ...['log', '--reverse', '--date=short', '--format=%x00%cd', '--no-show-signature', '--extended-regexp'],
    ...[
      '--patch',
      '--unified=0',
      '--no-renames',
      '--relative',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
    ],
    ...['--src-prefix=a/', '--dst-prefix=b/', `-G^["']?${literal}["']?[ \t]*:`, '--', '*.md'],
  ];
  try {
    const { stdout } = await run('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
      maxBuffer: MAX_OUTPUT,
      timeout: TIMEOUT_MS,
      windowsHide: true,
      // Nothing is to be locked, asked or shown only for looking.
      env: {
        ...environment,
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_PAGER: 'cat',
        LC_ALL: 'C',
      },
    });
    const closeDatesByPath = readCloseDateLog(stdout, key);
    return new Map([...closeDatesByPath].map(([path, closeDates]) => [path, { closeDates }]));
  } catch {
    return undefined;
  }
}
