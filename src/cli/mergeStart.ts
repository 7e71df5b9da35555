import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { KEPT_CODE } from '../git/mergeDriver/keptCode';
import { PROGRAM as PROGRAM_OF_CLONES } from '../git/mergeDriver/driverLine';
import { text, version } from './mergeMain.ts?program';

/*
 * Runs the program that merges. Of the time that this takes beyond Node's own start, Node needs most to look through the code. Where
 * the set-up has laid the program into a clone, what Node has made of the code is therefore kept beside it for the next time.
 */
const folder = dirname(__filename);
const isInClone = basename(__filename) === basename(PROGRAM_OF_CLONES);
const own = `${KEPT_CODE}${version}-`;
const kept = join(folder, `${own}${process.versions.v8}-${process.arch}`);

const cachedData = isInClone ? keptCode() : undefined;
const script = new Script(`(require => {${text}\n})`, {
  filename: __filename,
  ...(cachedData && { cachedData }),
});
(script.runInThisContext() as (load: NodeJS.Require) => void)(require);
// At the end the code is known of all that was run.
if (isInClone && (!cachedData || script.cachedDataRejected)) process.on('exit', keep);

/** Twice in one file: Node itself runs damaged code as if it were whole, and may never come to an end. */
function keptCode(): Buffer | undefined {
  try {
    const bytes = readFileSync(kept);
    const half = bytes.length / 2;
    const [one, other] = [bytes.subarray(0, half), bytes.subarray(half)];
    return half > 0 && one.equals(other) ? one : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, since git may start the next merge at this moment; nothing that anybody would miss where it can't be written. */
function keep(): void {
  try {
    const code = script.createCachedData();
    const beside = `${kept}.${process.pid}`;
    writeFileSync(beside, Buffer.concat([code, code]));
    renameSync(beside, kept);
    for (const name of readdirSync(folder))
      if (name.startsWith(KEPT_CODE) && !name.startsWith(own)) rmSync(join(folder, name));
  } catch {
    // The next merge takes a little longer.
  }
}
