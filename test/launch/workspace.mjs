import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const temporary = new Set();
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

// Those of a run that was interrupted.
process.on('exit', () => temporary.forEach(folder => rmSync(folder, removal)));

/** An empty folder of its own for one run, and the function that removes it. */
export async function temporaryFolder() {
  // The real path: on macOS the temporary folder is a link, and VS Code would show the other name.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'deal-notes-')));
  temporary.add(folder);
  const remove = async () => {
    await rm(folder, removal);
    temporary.delete(folder);
  };
  return { folder, remove };
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
