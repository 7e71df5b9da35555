import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { askGit, type Asked, type Environment } from './askGit';

/** Where git is asked from: the current folder, and what a shell or a hook has set. */
export interface GitSurroundings {
  readonly cwd: string;
  readonly env: Environment;
  /** The path of git, where it isn’t simply the one on the PATH. */
  readonly program?: string | undefined;
}

/**
 * What says where git is, where it looks for repositories, and which settings a person or a server has. All else that begins
 * with GIT_ changes what is read or how it is printed.
 */
const KEPT =
  /^GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_\d+|VALUE_\d+))$/;

/** With these git names a repository, or a part of one. */
const NAMES_REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY'] as const;

/** Nothing is to be fetched, locked, asked or shown only for looking. */
const LOOK_ONLY = {
  GIT_NO_LAZY_FETCH: '1',
  // For a git that does not know the above.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/**
 * The environment in which git is asked about a folder. The folder finds its repository by itself; what a hook or a person
 * names counts where that is the same repository, or where the folder finds none.
 */
export async function environmentFor(
  folder: string,
  { cwd, env, program }: GitSurroundings,
): Promise<Environment> {
  const plain = plainEnvironment(env);
  if (!NAMES_REPOSITORY.some(name => env[name])) return plain;
  const named = { ...plain, ...Object.fromEntries(NAMES_REPOSITORY.map(name => [name, env[name]])) };
  const [own, theirs] = await Promise.all([
    repositoryAt({ folder, env: plain, program }),
    repositoryAt({ folder: cwd, env: named, program }),
  ]);
  if (!theirs) return plain;
  if (own) return own.folder === theirs.folder ? { ...plain, ...partsOf(own, env) } : plain;
  if (!isWithin(theirs.top, folder)) return plain;
  return { ...plain, GIT_DIR: theirs.folder, GIT_WORK_TREE: theirs.top, ...partsOf(theirs, env) };
}

function plainEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
  return { ...Object.fromEntries(kept), ...LOOK_ONLY };
}

interface FoundRepository {
  /** What git calls its directory: that of a linked working tree lies in the repository's. */
  readonly folder: string;
  /** The top of its working tree. */
  readonly top: string;
}

async function repositoryAt(asked: Asked): Promise<FoundRepository | undefined> {
  const { code, out } = await askGit(['rev-parse', '--absolute-git-dir', '--show-toplevel'], asked);
  const [gitFolder, top] = out.toString('utf8').split(/\r?\n/);
  return code === 0 && gitFolder && top ? { folder: realPath(gitFolder), top: realPath(top) } : undefined;
}

/** The index of the commit that is under way, and where its objects are; git means paths from the top of the working tree. */
function partsOf({ folder, top }: FoundRepository, env: Environment): Environment {
  const index = env['GIT_INDEX_FILE'] && resolve(top, env['GIT_INDEX_FILE']);
  const objects = env['GIT_OBJECT_DIRECTORY'] && resolve(top, env['GIT_OBJECT_DIRECTORY']);
  return {
    ...(index && isIndexOf(folder, index) && { GIT_INDEX_FILE: index }),
    ...(objects && {
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: env['GIT_ALTERNATE_OBJECT_DIRECTORIES'],
    }),
  };
}

/** An index in another repository is that one's: a hook may go into a submodule before it asks. */
function isIndexOf(gitFolder: string, index: string): boolean {
  if (!existsSync(index)) return false;
  const around = dirname(realPath(index));
  return around === gitFolder || !existsSync(join(around, 'HEAD'));
}

function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, realPath(inner));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
