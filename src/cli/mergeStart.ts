import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KEPT_CODE } from '../git/mergeDriver/keptCode';
import { PROGRAM as PROGRAM_OF_CLONES } from '../git/mergeDriver/driverLine';
import { text, version } from './mergeMain.ts?program';
import { runKept } from '../files/disk/runKept';

/*
 * Runs the program that merges. Where the set-up has laid it into a clone, what Node has made of its code is kept beside it for the
 * next time.
 */
const folder = dirname(__filename);
const isInClone = basename(__filename) === basename(PROGRAM_OF_CLONES);
const own = `${KEPT_CODE}${version}-`;
const kept = join(folder, `${own}${process.versions.v8}-${process.arch}`);

runKept(text, { load: require, filename: __filename }, isInClone ? { read, write } : undefined);

function read(): Buffer | undefined {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, since git may start the next merge at this moment; nothing that anybody would miss where it can't be written. */
function write(code: Buffer): void {
  try {
    const beside = `${kept}.${process.pid}`;
    writeFileSync(beside, code);
    renameSync(beside, kept);
    for (const name of readdirSync(folder))
      if (name.startsWith(KEPT_CODE) && !name.startsWith(own)) rmSync(join(folder, name));
  } catch {
    // The next merge takes a little longer.
  }
}
