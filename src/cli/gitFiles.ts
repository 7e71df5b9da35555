import { spawnSync } from 'node:child_process';
import { isDealPath } from '../core/pipeline/paths';
import { PROCESS_FILE } from '../core/process/processFile';
import { plainText } from '../core/escape';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

/** More than any pipeline has. */
const MAX_OUTPUT = 1 << 30;

/** Where git is started from. */
type GitTerminal = Pick<Terminal, 'env'>;

/** A blob of git's, by the path of its file below the folder. */
type Blobs = ReadonlyMap<string, string>;

/**
 * The files below a folder, by their paths there, that are others than in a revision: on disk, in the index, or not
 * known to git at all.
 *
 * @throws UsageError where there is no git, no repository or no such revision
 */
export function changedFiles(from: GitTerminal, folder: string, revision = 'HEAD'): ReadonlySet<string> {
  const base = baseOf(from, folder, revision);
  const changed = git(from, folder, [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--relative',
    '--diff-filter=d',
    base,
    '--',
    '.',
  ]);
  const fresh = git(from, folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']);
  return new Set([...split(changed), ...split(fresh)]);
}

/** The files below a folder whose next commit would be another one. */
export function stagedFiles(from: GitTerminal, folder: string): ReadonlySet<string> {
  const base = baseOf(from, folder, 'HEAD');
  return new Set(
    split(
      git(from, folder, [
        'diff',
        '--cached',
        '--name-only',
        '-z',
        '--no-renames',
        '--relative',
        '--diff-filter=d',
        base,
        '--',
        '.',
      ]),
    ),
  );
}

/** The texts, as bytes, of the process and of all files that may be deals, as they would be committed. */
export function stagedContents(from: GitTerminal, folder: string): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, string>();
  for (const line of split(git(from, folder, ['ls-files', '-z', '--stage', '--', '.']))) {
    const [, mode, oid, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t([^]*)$/.exec(line) ?? [];
    // Links, other repositories, and sides of a conflict, of which git commits none.
    if (!mode?.startsWith('100') || stage !== '0' || !oid || path === undefined) continue;
    if (isDealPath(path) || path.endsWith(PROCESS_FILE)) blobs.set(path, oid);
  }
  return contentsOf(from, folder, blobs);
}

/** In one call, and by the names of the blobs, which have no odd characters in them. */
function contentsOf(from: GitTerminal, folder: string, blobs: Blobs): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (!blobs.size) return contents;
  const output = git(from, folder, ['cat-file', '--batch'], [...blobs.values()].join('\n'));
  let at = 0;
  for (const path of blobs.keys()) {
    const newline = output.indexOf(0x0a, at);
    const size = Number(output.toString('latin1', at, newline).split(' ')[2]);
    contents.set(path, output.subarray(newline + 1, newline + 1 + size));
    at = newline + 1 + size + 1;
  }
  return contents;
}

/** The commit that is meant; before the first commit it is the empty tree. */
function baseOf(from: GitTerminal, folder: string, revision: string): string {
  const found = run(from, folder, [
    'rev-parse',
    '--quiet',
    '--verify',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (found.status === 0) return found.stdout.toString().trim();
  git(from, folder, ['rev-parse', '--git-dir']);
  if (revision !== 'HEAD') throw new UsageError(`git can’t find the revision “${plainText(revision)}”.`);
  return git(from, folder, ['hash-object', '-t', 'tree', '--stdin'], '').toString().trim();
}

function split(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}

function git(from: GitTerminal, folder: string, args: readonly string[], input?: string): Buffer {
  const { error, status, stderr, stdout } = run(from, folder, args, input);
  if (error && 'code' in error && error.code === 'ENOENT')
    throw new UsageError('git is not installed, or not on the PATH.');
  if (error) throw error;
  if (status === 0) return stdout;
  throw new UsageError(
    `git: ${plainText(
      stderr
        .toString('utf8')
        .split('\n', 1)[0]!
        .replace(/^(?:fatal|error): /, ''),
    )}`,
  );
}

function run({ env }: GitTerminal, folder: string, args: readonly string[], input?: string) {
  return spawnSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
    input: input ?? '',
    maxBuffer: MAX_OUTPUT,
    // What git says of errors is shown; and nothing is to be locked or asked only for looking.
    env: { ...environment(env), GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
}

/**
 * Where a hook runs in a second working tree or in a submodule, git names the repository, and then takes any folder for
 * the top of its files. The folder finds its repository by itself.
 */
function environment(env: GitTerminal['env']): GitTerminal['env'] {
  if (env['GIT_WORK_TREE'] !== undefined) return env;
  return { ...env, GIT_DIR: undefined, GIT_PREFIX: undefined };
}
