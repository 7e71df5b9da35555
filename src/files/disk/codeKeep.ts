import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, whatIsInTheWay } from './cacheFolder';

/** Where what Node has made of a program's code is kept for the next time. Nothing in it throws. */
export interface CodeKeep {
  readonly read: () => Buffer | undefined;
  readonly write: (code: Buffer) => void;
}

/** Its folder among ours. */
export const CODE_KEEP = 'code';

/** Versions of the program that one user may have in use: of the extension, and of teams that have put it into their repositories. */
const MOST = 4;

/**
 * Where what Node has made of a program's code is kept: in this user's folder for what can be found out again, where only this user
 * can write. All of it at once, as nothing else is to be done before the program runs.
 *
 * @param version of the program
 * @param named folders that may be a pipeline, or be in one: nothing is kept in there
 */
export function codeKeep(version: string, named: readonly string[]): CodeKeep | undefined {
  const cache = cacheFolder(process.env);
  if (cache === undefined) return undefined;
  // Where the current folder is gone, nobody can tell what is in the way.
  const isInTheWay = attempt(() => named.some(path => whatIsInTheWay(cache, path) !== undefined));
  if (isInTheWay !== false) return undefined;
  const folder = join(cache, CODE_KEEP);
  const file = join(folder, `${version}-${process.versions.v8}-${process.arch}`);
  const isSafe = () => [cache, folder].every(isOursAlone);
  return {
    read: () => attempt(() => (isSafe() ? readFileSync(file) : undefined)),
    write: code =>
      attempt(() => {
        for (const path of [cache, folder]) mkdirSync(path, { recursive: true, mode: 0o700 });
        if (!isSafe()) return;
        const begun = `${file}.${process.pid}.new`;
        writeFileSync(begun, code, { flag: 'wx', mode: 0o600 });
        renameSync(begun, file);
        removeOldest(folder);
      }),
  };
}

/** A program that takes a little longer is all that comes of it. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function isOursAlone(path: string): boolean {
  const found = lstatSync(path);
  if (!found.isDirectory()) return false;
  // Windows has no such modes: there, the user's own folder is for nobody else.
  return !process.getuid || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .map(name => join(folder, name))
    .map(path => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of files.slice(MOST)) rmSync(path, { force: true });
}
