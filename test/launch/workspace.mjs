import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
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

/**
 * Gives a folder the files of another one and no others. What is the same is left alone, and so is the folder itself: a VS Code
 * that has it open is told of what changes, and of nothing else.
 * @param {string} target
 * @param {string} source
 */
export async function makeAlike(target, source) {
  await mkdir(target, { recursive: true });
  const [there, wanted] = await Promise.all([namesIn(target), namesIn(source)]);
  for (const [name, isFolder] of there)
    if (wanted.get(name) !== isFolder) await rm(join(target, name), removal);
  for (const [name, isFolder] of wanted) {
    const [from, to] = [join(source, name), join(target, name)];
    if (isFolder) await makeAlike(to, from);
    else await writeIfOther(to, await readFile(from));
  }
}

/** What is in a folder, and whether it is one itself. @param {string} folder */
async function namesIn(folder) {
  const items = await readdir(folder, { withFileTypes: true });
  return new Map(items.map(item => [item.name, item.isDirectory()]));
}

/** @param {string} file @param {Buffer} content */
async function writeIfOther(file, content) {
  const there = await readFile(file).catch(() => undefined);
  if (!there?.equals(content)) await writeFile(file, content);
}
