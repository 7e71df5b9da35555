import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { ownDealPaths } from '../core/pipeline/ownPaths';
import { PROCESS_FILE } from '../core/process/processFile';
import { GitFailed } from '../actions/ports/git';
import { askGit, placeFor, type AskOfFolder, type Environment, type GitAnswer } from './askGit';
import { answered, split, stagedFolder } from './changes';
import { environmentFor, type GitSurroundings } from './environment';

/** What of a pipeline's files is not committed yet. */
export interface ToBeCommitted {
  /** What has changed, is new or gone, by its path below the folder: deals, notes beside them, the process and the calls. */
  readonly paths: readonly string[];
  /** Those of them that git does not know yet. */
  readonly fresh: readonly string[];
  /** A merge, a rebase or the like has not ended, or has left files to people. */
  readonly isUnderWay: boolean;
  /** What stands before the paths, from the top of the repository. */
  readonly prefix: string;
}

/** What git has in its folder while something is under way. */
const UNDER_WAY = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'];

/**
 * @returns nothing where the folder is in no working tree
 * @throws GitFailed
 */
export async function toBeCommitted(
  folder: string,
  surroundings: GitSurroundings,
): Promise<ToBeCommitted | undefined> {
  const env = await environmentFor(folder, surroundings);
  const ask: AskOfFolder = (args, input) =>
    askGit(args, { folder, env, program: surroundings.program, input });
  const place = await ask(['rev-parse', '--is-inside-work-tree', '--absolute-git-dir', '--show-prefix']);
  const [isInside, gitFolder, prefix = ''] = place.out.toString('utf8').split(/\r?\n/);
  if (place.code !== 0 || isInside !== 'true' || !gitFolder) return undefined;
  const form = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'];
  const status = await answered(ask, [...form, '--ignore-submodules=all', '--', '.']);
  const changed = new Map(
    split(status).map(line => [line.slice(3).slice(prefix.length), line.slice(0, 2)] as const),
  );
  const known = await stagedFolder(ask);
  const own = new Set([...ownDealPaths([...known.files.keys(), ...changed.keys()], known.links)]);
  const isOwn = (path: string) => own.has(path) || path === PROCESS_FILE || path === CALLS_FILE;
  const paths = [...changed.keys()].filter(isOwn);
  return {
    paths,
    fresh: paths.filter(path => changed.get(path) === '??'),
    isUnderWay:
      UNDER_WAY.some(name => existsSync(join(gitFolder, name))) ||
      [...changed.values()].some(how => /U|AA|DD/.test(how)),
    prefix,
  };
}

/**
 * Commits these files and no others, as the person would: with their name, hooks and signature. What else is staged stays so.
 *
 * @throws GitFailed where git refuses, or a hook does; the index is then as before
 */
export async function commitFiles(
  folder: string,
  surroundings: GitSurroundings,
  { paths, fresh, prefix }: Pick<ToBeCommitted, 'paths' | 'fresh' | 'prefix'>,
  message: string,
): Promise<void> {
  const env = await environmentOfPerson(folder, surroundings);
  const run = (args: readonly string[], input: readonly string[]) =>
    runAsPerson(args, { folder, env, program: surroundings.program, input: input.join('\0') });
  const named = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  // Whatever is in a name, it is no pattern.
  const literal = (path: string) => `:(top,literal)${prefix}${path}`;
  if (fresh.length) must(await run(['add', '--intent-to-add', ...named], fresh.map(literal)));
  const commit = ['commit', '--quiet', '--only', `--message=${message}`, ...named];
  const answer = await run(commit, paths.map(literal));
  if (answer.code !== 0 && fresh.length)
    await run(['update-index', '--force-remove', '-z', '--stdin'], fresh);
  must(answer);
}

function must({ code, out, err }: GitAnswer): void {
  if (code === 0) return;
  const said = err.trim() || out.toString('utf8').trim();
  throw new GitFailed({ kind: 'refused', inItsWords: said.replace(/^(?:fatal|error): /, '') });
}

/** All that the person has set; of what a program around the editor may have named, only a repository that is the folder's. */
async function environmentOfPerson(folder: string, surroundings: GitSurroundings): Promise<Environment> {
  const asked = await environmentFor(folder, surroundings);
  const named = { GIT_DIR: asked['GIT_DIR'], GIT_WORK_TREE: asked['GIT_WORK_TREE'] };
  const unnamed = { GIT_INDEX_FILE: undefined, GIT_OBJECT_DIRECTORY: undefined, GIT_PREFIX: undefined };
  return { ...surroundings.env, ...unnamed, ...named };
}

interface Running {
  readonly folder: string;
  readonly env: Environment;
  readonly program: string | undefined;
  readonly input: string;
}

/** Unlike whoever only asks, with the person's own settings, and for as long as a hook or a passphrase takes. */
function runAsPerson(
  args: readonly string[],
  { folder, env, program = 'git', input }: Running,
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      ['-C', folder, ...args],
      { ...placeFor(env), encoding: 'buffer' },
      (error, out, err) => {
        const code = error ? error.code : 0;
        if (typeof code === 'number') resolve({ code, out, err: err.toString('utf8') });
        else if (String(code) === 'ENOENT') reject(new GitFailed({ kind: 'notInstalled' }));
        else reject(error!);
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
