import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The seed of the generated values of a run: the same for the same sources, so that what has passed passes again and a failure
 * can be repeated anywhere, and another one with each change, so that in time many values are tried. `PROPERTY_SEED` is used instead.
 * @param {readonly string[]} folders with the sources
 * @returns {Promise<string>} a whole number from 0 to 2³¹ − 1
 */
export async function seedOf(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) for (const file of await filesIn(folder)) hash.update(await readFile(file));
  return String(hash.digest().readUInt32BE() >>> 1);
}

/** In an order that is the same everywhere. @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
