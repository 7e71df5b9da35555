import type { Keep } from '../../actions/ports/keep';
import { cacheFolder, whatIsInTheWay } from './cacheFolder';
import { KeepFolder, type KeepLimits } from './keepFolder';

/** Enough for years of ten pipelines. */
const LIMITS: KeepLimits = { most: 40, mostBytes: 256 * 2 ** 20, mostBytesOfOne: 64 * 2 ** 20 };

/** Its folder among ours. */
export const GIT_KEEP = 'git';

/**
 * Keeps what was read of git for this user, beside what is kept for undo; nothing where there is no place for it, or it
 * would be in the pipeline itself.
 *
 * @param env names the user's folders
 */
export function pastKeep(env: Parameters<typeof cacheFolder>[0]): (pipeline: string) => Keep | undefined {
  return pipeline => {
    const cache = cacheFolder(env);
    return cache === undefined || whatIsInTheWay(cache, pipeline) ? undefined : keepIn(cache);
  };
}

function keepIn(cache: string): Keep {
  const folder = new KeepFolder(cache, GIT_KEEP, LIMITS);
  return {
    read: async name => (await folder.read(name))?.toString('utf8'),
    write: (name, text) => folder.write(name, text),
  };
}
