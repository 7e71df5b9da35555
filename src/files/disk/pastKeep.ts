import { join } from 'node:path';
import type { Keep } from '../../actions/ports/keep';
import { cacheFolder, whatIsInTheWay } from './cacheFolder';
import { PrivateFolder } from './privateFolder';

/** Enough for years of ten pipelines; what was asked about longest ago gives way. */
const MOST = 40;
const MOST_BYTES = 256 * 2 ** 20;
const MOST_BYTES_OF_ONE = 64 * 2 ** 20;

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
  return {
    read: async name => {
      const folder = await PrivateFolder.find(join(cache, GIT_KEEP)).catch(() => undefined);
      return folder && !('why' in folder) ? folder.read(name, MOST_BYTES_OF_ONE) : undefined;
    },
    write: async (name, text) => {
      // What can't be kept is found out again.
      await write(cache, name, text).catch(() => undefined);
    },
  };
}

async function write(cache: string, name: string, text: string): Promise<void> {
  const around = await PrivateFolder.make(cache);
  const folder = 'why' in around ? around : await PrivateFolder.make(join(cache, GIT_KEEP));
  if ('why' in folder) return;
  if (Buffer.byteLength(text) > MOST_BYTES_OF_ONE) return folder.remove(name);
  await folder.write(name, text);
  await folder.removeAbandoned();
  await folder.keepNewest(MOST, MOST_BYTES);
}
