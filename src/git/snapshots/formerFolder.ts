import { askGit, type Asked } from '../askGit';
import { readCommits, type ReadChange } from '../log/readCommits';
import { GitRefused } from '../log/streamGit';

/** A folder may have been renamed again and again. */
const MOST_RENAMES = 5;

/**
 * What a folder of the repository was called back to a commit, where it, or one above it, was renamed since: most of the files
 * that came first by its name were at the other place before. Only its name now, where git can't tell.
 *
 * @param prefix of the folder now, from the top of the repository, with a slash at its end
 * @returns as `prefix`, empty where it was the top itself; the last one is that at the commit
 * @throws GitFailed
 */
export async function prefixesBack(commit: string, prefix: string, asked: Asked): Promise<readonly string[]> {
  const prefixes = [prefix];
  for (let at = prefix; at && !(await isThere(commit, at, asked));) {
    const former = await renamedFrom(commit, at, asked);
    if (former === undefined || prefixes.length > MOST_RENAMES) return [prefix];
    prefixes.push(former);
    at = former;
  }
  return prefixes;
}

async function isThere(commit: string, prefix: string, asked: Asked): Promise<boolean> {
  const tree = `${commit}:${prefix.slice(0, -1)}`;
  return (await askGit(['rev-parse', '--quiet', '--verify', '--end-of-options', tree], asked)).code === 0;
}

/** Where the files were before the first commit after another one that brought some by this name. */
async function renamedFrom(commit: string, prefix: string, asked: Asked): Promise<string | undefined> {
  const only = ['--', `:(top,literal)${prefix.slice(0, -1)}`];
  const after = ['rev-list', '--topo-order', '--reverse', '--no-merges', 'HEAD', `^${commit}`];
  const { out } = await askGit([...after, ...only], asked);
  const [first] = out.toString('latin1').split('\n', 1);
  if (!first) return undefined;
  try {
    for await (const { changes } of readCommits([[first]], [], asked)) return mostCameFrom(changes, prefix);
  } catch (cause) {
    if (!(cause instanceof GitRefused)) throw cause;
  }
  return undefined;
}

function mostCameFrom(changes: readonly ReadChange[], prefix: string): string | undefined {
  const came = changes.filter(({ to }) => to?.path.startsWith(prefix));
  const counts = new Map<string, number>();
  for (const { from, to } of came) {
    const rest = to!.path.slice(prefix.length);
    if (!from || !`/${from.path}`.endsWith(`/${rest}`)) continue;
    const former = from.path.slice(0, -rest.length);
    counts.set(former, (counts.get(former) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return most && most[1] * 2 > came.length ? most[0] : undefined;
}
