import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GitSurroundings } from '../environment';
import { namesOurDriver, withoutOurLines } from './attributesFile';
import { attributesOf, cloneAround, must, type Clone } from './clone';
import { DRIVER, PROGRAM } from './driverLine';
import { removeOurHooks } from './hooks';
import { KEPT_CODE } from './keptCode';
import { isOurs } from './state';

export interface TakenAway {
  /** The file of attributes, where our line stood in it. */
  readonly attributes: string | undefined;
  /** Whether the clone's own part went as well; it stays where attributes elsewhere in it name us. */
  readonly clone: boolean;
  /** The hooks that our line went from. */
  readonly hooks: readonly string[];
}

/**
 * Takes away what was set up, and nothing else.
 *
 * @returns nothing where the folder is in no working tree
 * @throws GitFailed where git is not there or refuses; the system's error where a file cannot be written
 */
export async function takeAway(
  folder: string,
  surroundings: GitSurroundings,
): Promise<TakenAway | undefined> {
  const clone = await cloneAround(folder, surroundings);
  if (!clone) return undefined;
  const attributes = await removeOurLine(attributesOf(clone));
  const isNeeded = await isNamedElsewhere(clone);
  return {
    attributes,
    clone: isNeeded ? false : await removeFromClone(clone),
    hooks: await removeOurHooks(clone),
  };
}

async function removeOurLine(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const rest = withoutOurLines(text);
  if (rest === text) return undefined;
  if (rest) await writeFile(file, rest);
  else await rm(file);
  return file;
}

/** In a repository of several pipelines each has attributes of its own. */
async function isNamedElsewhere({ ask, top }: Clone): Promise<boolean> {
  const listed = await must(
    ask(
      ...['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard'],
      ...['--', ':(top,glob)**/.gitattributes'],
    ),
  );
  const files = listed.out.toString('utf8').split('\0').filter(Boolean);
  return files.some(file => {
    const path = join(top, file);
    return existsSync(path) && namesOurDriver(readFileSync(path, 'utf8'));
  });
}

async function removeFromClone(clone: Clone): Promise<boolean> {
  const program = join(clone.shared, PROGRAM);
  const isThere = existsSync(program);
  await rm(program, { force: true });
  const folder = dirname(program);
  const left = await readdir(folder).catch(() => []);
  for (const name of left) if (name.startsWith(KEPT_CODE)) await rm(join(folder, name));
  // Only where nothing else is in it.
  await rmdir(folder).catch(() => undefined);
  if (!(await isOurs(clone))) return isThere;
  await must(clone.ask('config', '--local', '--remove-section', `merge.${DRIVER}`));
  return true;
}
