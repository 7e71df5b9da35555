import { join, posix, resolve } from 'node:path';
import { GitFailed } from '../../actions/ports/git';
import { askGit, type GitAnswer } from '../askGit';
import { environmentFor, type GitSurroundings } from '../environment';
import { DRIVER } from './driverLine';

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
  return orNone(out.toString('utf8').split('\0')[2]);
}

/**
 * By what deals below the pipeline's folder are merged that attributes of more weight name another driver for; of each folder one is
 * looked at. `undefined` where all are merged as the folder's own are.
 */
export async function otherwiseNamed(clone: Clone): Promise<OtherwiseNamed | undefined> {
  const { out } = await clone.ask('grep', '--untracked', '-lzI', '-e', '^stage *:', '--', '*.md');
  const deals = out.toString('utf8').split('\0').filter(Boolean);
  const oneOfEach = [...new Map(deals.map(path => [posix.dirname(path), path])).values()].slice(
    0,
    MOST_ASKED,
  );
  if (!oneOfEach.length) return undefined;
  const asked = await must(clone.ask('check-attr', '-z', 'merge', '--', ...oneOfEach));
  const parts = asked.out.toString('utf8').split('\0');
  for (let at = 0; at + 2 < parts.length; at += 3)
    if (parts[at + 2] !== DRIVER) return { file: parts[at]!, by: orNone(parts[at + 2]!) };
  return undefined;
}

/** More folders than pipelines have, and less than a command line may hold. */
const MOST_ASKED = 500;

export interface OtherwiseNamed {
  /** A deal, below the pipeline's folder. */
  readonly file: string;
  /** The driver; none where the attributes name none. */
  readonly by: string | undefined;
}

function orNone(named: string | undefined): string | undefined {
  return named === 'unspecified' ? undefined : named;
}

export function attributesOf({ folder }: Pick<Clone, 'folder'>): string {
  return join(folder, '.gitattributes');
}
