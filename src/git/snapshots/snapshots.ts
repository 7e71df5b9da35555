import { GitFailed } from '../../actions/ports/git';
import type {
  BlobName,
  CommitMade,
  CommitFound,
  FolderThen,
  Snapshots,
  SnapshotsOf,
} from '../../actions/ports/snapshots';
import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import { askGit, type Asked, type AskOfFolder } from '../askGit';
import {
  answered,
  changedFiles,
  contentsOf,
  failureOf,
  mustNotBeBroken,
  split,
  stagedFolder,
} from '../changes';
import { environmentFor, type GitSurroundings } from '../environment';
import { commitTree, type CommitNode } from '../log/commitTree';
import { readCommits, type ReadChange, type ReadCommit, type ReadVersion } from '../log/readCommits';
import { GitRefused } from '../log/streamGit';
import { prefixesBack } from './formerFolder';
import { ownOfMerge, type OwnChange } from './ownOfMerge';

/**
 * The past of folders, by the git of this machine.
 *
 * @param patience how long one question may take, in milliseconds
 */
export function snapshotsFrom(surroundings: GitSurroundings, patience?: number): SnapshotsOf {
  return async folder => {
    try {
      const env = await environmentFor(folder, surroundings);
      return await snapshotsBy({ folder, env, program: surroundings.program, patience });
    } catch (cause) {
      if (cause instanceof GitFailed && cause.failure.kind === 'notInstalled') return undefined;
      throw cause;
    }
  };
}

async function snapshotsBy(asked: Asked): Promise<Snapshots | undefined> {
  const ask: AskOfFolder = (args, input) => askGit(args, { ...asked, input });
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
    filesAt: async commit => {
      const found = await filesAt(ask, [commit]);
      if (found.files.size) return found;
      const then = (await prefixesBack(commit, prefix, asked)).at(-1)!;
      return then === prefix ? found : filesAt(ask, ['--full-tree', `${commit}:${then.replace(/\/$/, '')}`]);
    },
    stagedNow: () => stagedFolder(ask),
    changedSince: commit => changedFiles(ask, commit),
    contents: blobs => contentsOf(ask, blobs),
    commitsBetween: (from, to) => commitsBetween({ asked, ask, prefix }, from, to),
  };
}

/** Those of branches that were merged one by one, and of the merges only what they have done by themselves. */
async function commitsBetween(
  { asked, ask, prefix }: { readonly asked: Asked; readonly ask: AskOfFolder; readonly prefix: string },
  from: string,
  to: string,
): Promise<CommitMade[]> {
  const prefixes = await prefixesBack(from, prefix, asked);
  const below = (version: ReadVersion | undefined) => {
    const of = prefixes.find(one => version?.path.startsWith(one));
    return version && of !== undefined ? { ...version, path: version.path.slice(of.length) } : undefined;
  };
  const paths = prefixes.every(Boolean) ? prefixes.map(one => one.slice(0, -1)) : [];
  const commits: CommitMade[] = [];
  const add = ({ id, on, by }: ReadCommit, changes: readonly (ReadChange & Partial<OwnChange>)[]) => {
    const files = changes.map(({ from: old, to: now, others }) => ({
      ...{ from: below(old), to: below(now) },
      ...(others && { others: others.flatMap(one => below(one) ?? []) }),
    }));
    if (files.length) commits.push({ id, on, by, files });
  };
  try {
    const tree = await commitTree(to, from, asked);
    const parents = new Map(tree.map(([id, ...all]) => [id, all.length]));
    const lines = tree.flatMap(([id, ...all]): CommitNode[] =>
      all.length > 1 ? all.map(parent => [id, parent]) : [[id, ...all]],
    );
    let sides: ReadCommit[] = [];
    for await (const commit of readCommits(lines, paths, asked)) {
      const many = parents.get(commit.id)!;
      if (many < 2) add(commit, commit.changes);
      else {
        sides = [...(sides[0]?.id === commit.id ? sides : []), commit];
        if (sides.length === many) add(commit, ownOfMerge(sides));
      }
    }
  } catch (cause) {
    if (cause instanceof GitRefused) throw new GitFailed(await failureOf(ask, cause.message));
    throw cause;
  }
  return commits;
}

async function commitCalled(ask: AskOfFolder, name: string): Promise<CommitFound | undefined> {
  const found = await ask(['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`]);
  if (found.code !== 0) {
    await mustNotBeBroken(ask, name);
    return undefined;
  }
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

async function filesAt(ask: AskOfFolder, tree: readonly string[]): Promise<FolderThen> {
  const files = new Map<string, BlobName>();
  const links = new Set<string>();
  for (const line of split(await answered(ask, ['ls-tree', '-r', '-z', ...tree]))) {
    const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    if (!mode || !blob || path === undefined) continue;
    if (mode.startsWith('100')) files.set(path, blob);
    else if (mode.startsWith('120')) links.add(path);
  }
  return { files, links };
}
