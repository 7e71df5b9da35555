import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** What is downloaded, recorded and built for tests: none of it is ever packaged, and it is nearly all of the files. */
const notLookedThrough = ['.git', '.vscode-test', 'node_modules', 'out'];

/**
 * Copies the project to where vsce packages it as it would here, in a twentieth of the time: it asks of every file below the
 * folder whether .vscodeignore leaves it out, and the VS Codes of the tests have tens of thousands. Needs the build.
 * @param {string} target an empty folder
 * @returns {Promise<string>} that
 */
export async function copyToPackage(target) {
  await mkdir(target, { recursive: true });
  const names = (await readdir(root)).filter(name => !notLookedThrough.includes(name));
  await Promise.all(names.map(name => cp(join(root, name), join(target, name), { recursive: true })));
  // vsce doesn't follow a link.
  await symlink(join(root, 'node_modules'), join(target, 'node_modules'), 'junction');
  return target;
}
