import { join } from 'node:path';
import { CODE_KEEP } from './codeKeep';
import { ENTRY_KEEP } from './keptEntries';
import { GIT_KEEP } from './pastKeep';
import { PrivateFolder, notUsable, type NotUsable } from './privateFolder';

/**
 * Deletes all that is kept only to be found sooner: what was read of git, and of the files. Answers whether there was
 * something, or why it is still there.
 *
 * @param cache our folder among the user's for such things
 */
export async function clearKeep(cache: string): Promise<{ readonly wasThere: boolean } | NotUsable> {
  let wasThere = false;
  for (const path of [GIT_KEEP, ENTRY_KEEP, CODE_KEEP].map(name => join(cache, name))) {
    const folder = await PrivateFolder.find(path);
    if (folder && 'why' in folder) return folder;
    try {
      const names = await folder?.names();
      await folder?.removeAll();
      wasThere ||= Boolean(names?.length);
    } catch (cause) {
      return notUsable(cause, path);
    }
  }
  return { wasThere };
}
