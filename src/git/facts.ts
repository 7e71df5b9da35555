import { GitFailed, type FromGit } from '../actions/ports/git';
import { readCloseDateLog } from '../core/metrics/closeDateLog';
import type { GitAnswer } from './askGit';

/** Asks git about one folder. */
export type AskOfFolder = (args: readonly string[], input?: string) => Promise<GitAnswer>;

/** The same form whatever is set, without any program that a repository may name. */
const PLAIN_LOG = [
  ...['log', '--reverse', '--date=short', '--format=%x00%cd', '--encoding=UTF-8', '--no-show-signature'],
  ...[
    '--no-notes',
    '--no-merges',
    '--patch',
    '--root',
    '--unified=0',
    '--no-renames',
    '--relative',
    '--text',
  ],
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'],
];

/**
 * What git knows of the deals below a folder; nothing where there is no git, no repository or no commit.
 *
 * @param key the key of the front matter that has the close date
 */
export async function factsInGit(ask: AskOfFolder, key: string): Promise<FromGit | undefined> {
  const literal = key.replace(/[.[\]\\^$*+?{}|()]/g, '\\$&');
  try {
    const [log, shallow] = await Promise.all([
      ask([...PLAIN_LOG, `-G^["']?${literal}["']?[ \t]*:`, '--', '*.md']),
      ask(['rev-parse', '--is-shallow-repository']),
    ]);
    if (log.code !== 0) return await whyNot(ask, log);
    const known = new Map(
      [...readCloseDateLog(log.out.toString('utf8'), key)].map(([path, closeDates]) => [
        path,
        { closeDates },
      ]),
    );
    return { known, gap: shallow.out.toString('latin1').trim() === 'true' ? 'shallow' : undefined };
  } catch (cause) {
    if (!(cause instanceof GitFailed)) return { known: undefined, gap: 'failed' };
    return cause.failure.kind === 'tookTooLong' ? { known: undefined, gap: 'tookTooLong' } : undefined;
  }
}

async function whyNot(ask: AskOfFolder, { err }: GitAnswer): Promise<FromGit | undefined> {
  if (/not a git repository|does not have any commits|must be run in a work tree/.test(err)) return undefined;
  return { known: undefined, gap: (await isPartial(ask)) ? 'partial' : 'failed' };
}

/** Whether contents were left on the server, to be fetched when somebody looks at them. */
export async function isPartial(ask: AskOfFolder): Promise<boolean> {
  const { out } = await ask([
    'config',
    '--get-regexp',
    '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
  ]);
  return out.length > 0;
}
