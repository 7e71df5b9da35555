import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askGit, type Asked } from '../askGit';
import { GitRefused } from '../log/streamGit';

/** Where a folder is in a repository. */
export interface RepositoryPlace {
  /** The commit that HEAD names, by a branch or by itself. */
  readonly head: string;
  /** From the top of the repository, with `/` behind it; empty where it is the top. */
  readonly prefix: string;
  /** Git's own folder: of a linked working tree, its own. */
  readonly gitFolder: string;
  readonly isShallow: boolean;
}

/**
 * Nothing where there is no repository, or no commit in it.
 *
 * @throws GitFailed
 * @throws GitRefused
 */
export async function whereIs(asked: Asked): Promise<RepositoryPlace | undefined> {
  const { code, out, err } = await askGit(
    ['rev-parse', '--is-shallow-repository', '--absolute-git-dir', '--show-prefix', '--verify', 'HEAD'],
    asked,
  );
  if (code === 0) {
    const [, isShallow, gitFolder, prefix, head] =
      /^(\w+)\n([^\n]*)\n([^]*)\n([0-9a-f]+)\n$/.exec(out.toString('utf8').replaceAll('\r\n', '\n')) ?? [];
    if (head !== undefined)
      return { head, prefix: prefix!, gitFolder: gitFolder!, isShallow: isShallow === 'true' };
  }
  if (/not a git repository|must be run in a work tree|needed a single revision/i.test(err)) return undefined;
  throw new GitRefused(err);
}

/** Whether a folder looks as if it were in one, told without git. */
export function isInRepository(folder: string): boolean {
  for (let at = realPath(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
