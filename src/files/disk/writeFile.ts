import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isBusyOnWindows, isSystemError } from './disk';

/** Windows lets go of a file within this many tries, each twice as long after the one before: a second in all. */
const TRIES = 7;

/** Writes a file that is there already so that it is on the disk when this ends, with the target's owner and mode. */
export async function writeLike(target: string, path: string, text: string): Promise<void> {
  const { uid, gid, mode } = await stat(target);
  const file = await open(path, 'r+');
  try {
    await file.writeFile(text);
    await giveTo(file, uid, gid);
    // After the owner, because changing that takes some rights away.
    await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file in the place of another, and has the system note it on the disk. */
export async function renameOver(path: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(path, target);
      break;
    } catch (cause) {
      if (attempt === TRIES || !isBusyOnWindows(cause)) throw cause;
      await wait(8 * 2 ** attempt);
    }
  }
  await flushFolder(dirname(target));
}

/** Only root may give files away, and others only to groups of theirs: then the file is the writer's. */
async function giveTo(file: FileHandle, uid: number, gid: number): Promise<void> {
  const now = await file.stat();
  const keep = -1;
  if (now.gid !== gid) await file.chown(keep, gid).catch(unlessRefused);
  if (now.uid !== uid) await file.chown(uid, keep).catch(unlessRefused);
}

/** Some systems cannot open a folder, or not flush it. The content is safe all the same, only its new place is not. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (cause) {
    unlessRefused(cause);
  }
}

function unlessRefused(cause: unknown): void {
  if (!isSystemError(cause)) throw cause;
}
