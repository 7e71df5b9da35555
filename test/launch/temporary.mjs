import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Memory as a file system, where Linux has it. */
const inMemory = '/dev/shm';

/** What a whole run keeps there, VS Codes and browsers included, several times over. */
const enough = 4 * 2 ** 30;

/**
 * Lets this process and all that it starts keep their temporary files in memory, where there is enough of it: a deal that
 * is written waits until it is on the disk, and so do VS Code, its browser and git; thousands of such waits prove nothing.
 * A person who has chosen a folder for temporary files keeps it.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function keepTemporaryFilesInMemory(env = process.env) {
  if (env.TMPDIR === undefined && hasRoom() && startsPrograms()) env.TMPDIR = inMemory;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return Math.min(bavail * bsize, freemem()) >= enough;
  } catch {
    return false;
  }
}

/** Tests write hooks of git, which some containers forbid to start there. */
function startsPrograms() {
  const folder = mkdtempSync(join(inMemory, 'deal-notes-'));
  try {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
