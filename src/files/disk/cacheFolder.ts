import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** Where programs keep what they can do without: this user's folder for that, and in it ours. None without a home. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const users = usersCache(env, platform);
  return users === undefined ? undefined : join(users, 'deal-notes');
}

function usersCache(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  // By https://specifications.freedesktop.org/basedir-spec a relative path does not count.
  const named = [env['XDG_CACHE_HOME'], platform === 'win32' ? env['LOCALAPPDATA'] : undefined].find(
    path => path && isAbsolute(path),
  );
  if (named) return named;
  const home = env['HOME'] ?? systemHome();
  // A relative one would be in whatever folder the command is run from.
  if (home === undefined || !isAbsolute(home)) return undefined;
  if (platform === 'win32') return join(home, 'AppData', 'Local');
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** A user that the system does not know, as in some containers, has none. */
function systemHome(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Where a path really is, links followed as far as there is something. */
export function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(realPlace(folder), basename(path));
  }
}

/** What keeps something from being kept in a folder: it is the pipeline's, or git's own. */
export function whatIsInTheWay(cache: string, pipeline: string): 'git' | 'pipeline' | undefined {
  const place = realPlace(cache);
  if (/[/\\]\.git(?:[/\\]|$)/.test(place)) return 'git';
  return isWithin(realPlace(pipeline), place) ? 'pipeline' : undefined;
}

/** Whether something is a folder or in it; both as they really are. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
