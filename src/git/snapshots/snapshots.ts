import { GitFailed } from '../../actions/ports/git';
import type {
  BlobName,
  CommitFound,
  FolderThen,
  Snapshots,
  SnapshotsOf,
} from '../../actions/ports/snapshots';
import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import { askGit, type AskOfFolder } from '../askGit';
import { answered, changedFiles, contentsOf, split, stagedFolder } from '../changes';
import { environmentFor, type GitSurroundings } from '../environment';
import { COMMIT_LOG, readCommitLog } from './commitLog';

/**
 * The past of folders, by the git of this machine.
 *
 * @param patience how long one question may take, in milliseconds
 */
export function snapshotsFrom(surroundings: GitSurroundings, patience?: number): SnapshotsOf {
  return async folder => {
    try {
      const env = await environmentFor(folder, surroundings);
      const { program } = surroundings;
      return await snapshotsBy((args, input) => askGit(args, { folder, env, program, input, patience }));
    } catch (cause) {
      if (cause instanceof GitFailed && cause.failure.kind === 'notInstalled') return undefined;
      throw cause;
    }
  };
}

async function snapshotsBy(ask: AskOfFolder): Promise<Snapshots | undefined> {
  const place = await ask(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']);
  if (/not a git repository/.test(place.err)) return undefined;
  const [isInside, isShallow, prefix = ''] = place.out.toString('utf8').split('\n');
  if (place.code === 0 && isInside !== 'true') return undefined;
  if (place.code !== 0) await answered(ask, ['rev-parse', '--show-prefix']);
  return {
    prefix,
    isShallow: isShallow === 'true',
    head: () => commitCalled(ask, 'HEAD'),
    commitCalled: name => commitCalled(ask, name),
    lastCommitUntil: day => lastCommitUntil(ask, day),
    filesAt: commit => filesAt(ask, commit),
    stagedNow: () => stagedFolder(ask),
    changedSince: commit => changedFiles(ask, commit),
    contents: blobs => contentsOf(ask, blobs),
    commitsBetween: async (from, to) => {
      const log = await answered(ask, [...COMMIT_LOG, `${from}..${to}`, '--', '.']);
      return readCommitLog(log.toString('utf8'));
    },
  };
}

async function commitCalled(ask: AskOfFolder, name: string): Promise<CommitFound | undefined> {
  const found = await ask(['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`]);
  if (found.code !== 0) return undefined;
  return (await commitsBack(ask, found.out.toString('latin1').trim(), ['--max-count=1']))[0];
}

async function lastCommitUntil(ask: AskOfFolder, day: CalendarDate): Promise<CommitFound | undefined> {
  const head = await commitCalled(ask, 'HEAD');
  return head && (await commitsBack(ask, head.id)).find(({ on }) => on <= day);
}

/** A commit and those before it, each merge followed to where it was made; their days are those of their authors, where they were. */
async function commitsBack(
  ask: AskOfFolder,
  from: string,
  more: readonly string[] = [],
): Promise<CommitFound[]> {
  const form = ['log', '--first-parent', '--format=%H %ad', '--date=short', '--no-color', '--no-notes'];
  const log = (await answered(ask, [...form, ...more, from, '--'])).toString('latin1');
  return log.split('\n').flatMap(line => {
    const [id, on] = line.split(' ');
    return id && isCalendarDate(on) ? [{ id, on }] : [];
  });
}

async function filesAt(ask: AskOfFolder, commit: string): Promise<FolderThen> {
  const files = new Map<string, BlobName>();
  const links = new Set<string>();
  for (const line of split(await answered(ask, ['ls-tree', '-r', '-z', commit]))) {
    const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    if (!mode || !blob || path === undefined) continue;
    if (mode.startsWith('100')) files.set(path, blob);
    else if (mode.startsWith('120')) links.add(path);
  }
  return { files, links };
}
