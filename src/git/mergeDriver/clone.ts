import { join, resolve } from 'node:path';
import { GitFailed } from '../../actions/ports/git';
import { askGit, type GitAnswer } from '../askGit';
import { environmentFor, type GitSurroundings } from '../environment';

/** A clone as it is seen from the folder of a pipeline. */
export interface Clone {
  /** The pipeline's. */
  readonly folder: string;
  /** What all working trees of the clone share. */
  readonly shared: string;
  /** The top of this working tree. */
  readonly top: string;
  readonly ask: (...args: readonly string[]) => Promise<GitAnswer>;
}

/**
 * @returns nothing where the folder is in no working tree
 * @throws GitFailed where git is not there or takes too long
 */
export async function cloneAround(folder: string, surroundings: GitSurroundings): Promise<Clone | undefined> {
  const env = await environmentFor(folder, surroundings);
  const ask = (...args: readonly string[]) => askGit(args, { folder, env, program: surroundings.program });
  const { code, out } = await ask('rev-parse', '--git-common-dir', '--show-toplevel');
  const [shared, top] = out.toString('utf8').split(/\r?\n/);
  return code === 0 && shared && top ? { folder, shared: resolve(folder, shared), top, ask } : undefined;
}

/** A setting of the clone; `undefined` where it has none. */
export async function settingOf({ ask }: Clone, key: string): Promise<string | undefined> {
  const { code, out } = await ask('config', '--local', '--null', '--get', key);
  return code === 0 ? out.toString('utf8').replace(/\0$/, '') : undefined;
}

/** @throws GitFailed where git refuses */
export async function must(asked: Promise<GitAnswer>): Promise<GitAnswer> {
  const answer = await asked;
  if (answer.code === 0) return answer;
  const inItsWords = answer.err.split('\n', 1)[0]!.replace(/^(?:fatal|error): /, '');
  throw new GitFailed({ kind: 'refused', inItsWords });
}

/** By which driver a file of the pipeline is merged, as the attributes say: a deal, where no other is named. */
export async function driverNamed({ ask }: Clone, file = 'deal.md'): Promise<string | undefined> {
  const { out } = await must(ask('check-attr', '-z', 'merge', '--', file));
  const named = out.toString('utf8').split('\0')[2];
  return named === 'unspecified' ? undefined : named;
}

export function attributesOf({ folder }: Pick<Clone, 'folder'>): string {
  return join(folder, '.gitattributes');
}
