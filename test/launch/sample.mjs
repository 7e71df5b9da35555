import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { freshCopy } from './workspace.mjs';

/**
 * Makes `target` a fresh copy of the sample pipeline with its dates moved to today, as the command "Create Sample Pipeline"
 * does. Needs the build with tests.
 * @param {string} target
 */
export async function freshSample(target) {
  const { refreshSample } = await import(join(root, 'out', 'core', 'sample.js'));
  const today = new Date().toLocaleDateString('sv');
  await freshCopy(join(root, 'media', 'sample-pipeline'), target);
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    // One byte, one character: dates are found in it all the same, and no file is damaged.
    await writeFile(file, refreshSample(await readFile(file, 'latin1'), today), 'latin1');
  }
  return target;
}
