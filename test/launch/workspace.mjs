import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of its own for one run, and the function that removes it. */
export async function temporaryFolder() {
  // The real path: on macOS the temporary folder is a link, and VS Code would show the other name.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'deal-notes-')));
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/**
 * Makes `target` a fresh copy of a folder.
 * @param {string} source
 * @param {string} target
 */
export async function freshCopy(source, target) {
  await rm(target, { recursive: true, force: true });
  await cp(source, target, { recursive: true });
  return target;
}
