import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { GitFailed } from '../actions/ports/git';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Asked {
  /** An absolute path. */
  readonly folder: string;
  readonly env: Environment;
  /** Its path, where it isn’t simply the git on the PATH. */
  readonly program?: string | undefined;
  readonly input?: string | undefined;
  /** How long git may take, in milliseconds. */
  readonly patience?: number | undefined;
}

export interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** Asks git about one folder. */
export type AskOfFolder = (args: readonly string[], input?: string) => Promise<GitAnswer>;

/** More than any pipeline has. */
const MAX_OUTPUT = 1 << 30;
/** Longer than anybody waits. */
export const PATIENCE_MS = 60_000;

/**
 * Whatever a person or a repository has set, git answers as if they had not, and runs no program that they name: each has
 * changed a figure, or the form of the output, for somebody. What the command line of a call can say stands there.
 */
const SETTINGS = [
  ...['core.quotePath=false', 'core.fsmonitor=false', 'core.useReplaceRefs=true', 'core.hooksPath=/dev/null'],
  ...['core.bigFileThreshold=512m', 'color.ui=false', 'submodule.recurse=false'],
  ...['log.showRoot=true', 'log.follow=false', 'log.showSignature=false', 'i18n.logOutputEncoding=UTF-8'],
  ...['diff.algorithm=myers', 'diff.indentHeuristic=true', 'diff.orderFile=/dev/null', 'diff.relative=false'],
  ...['diff.noprefix=false', 'diff.mnemonicPrefix=false', 'diff.interHunkContext=0', 'diff.renames=false'],
].flatMap(setting => ['-c', setting]);

/** What stands behind the name of the program. */
export function lineFor(folder: string, args: readonly string[]): string[] {
  return ['--no-pager', '-C', folder, ...SETTINGS, ...args];
}

export function placeFor(env: Environment) {
  // Windows takes a program from the current folder first, and in a pipeline anybody may have put one.
  return { cwd: dirname(process.execPath), env, windowsHide: true };
}

/**
 * Runs git once. An exit code is an answer like any other.
 *
 * @throws GitFailed where git is not there or takes too long
 */
export function askGit(args: readonly string[], asked: Asked): Promise<GitAnswer> {
  const { folder, env, program = 'git', input = '', patience = PATIENCE_MS } = asked;
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      lineFor(folder, args),
      {
        ...placeFor(env),
        encoding: 'buffer',
        maxBuffer: MAX_OUTPUT,
        timeout: patience,
        killSignal: 'SIGKILL',
      },
      (error, out, err) => {
        const code = error ? error.code : 0;
        if (typeof code === 'number') resolve({ code, out, err: err.toString('utf8') });
        else if (String(code) === 'ENOENT') reject(new GitFailed({ kind: 'notInstalled' }));
        else if (error?.killed && !code)
          reject(new GitFailed({ kind: 'tookTooLong', seconds: patience / 1000 }));
        else reject(error!);
      },
    );
    // It may have ended before it has read all.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
