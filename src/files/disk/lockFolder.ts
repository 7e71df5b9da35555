import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isBusyOnWindows, isSystemError } from './disk';

/** Writing takes some milliseconds: whoever holds a lock this long was killed where nobody can tell, or is stuck. */
const STALE_MS = 10_000;

/** Somebody's place in the queue for a lock. */
export interface LockPlace {
  /** Where they wait: a folder with one file. */
  readonly folder: string;
  /** Where that file is when they hold the lock. */
  readonly heldFile: string;
  /** The time by the clock of the disk, which is not ours where the disk is in the network. */
  readonly diskTime: () => number;
}

/**
 * What stands beside a file while it is written:
 *
 *     .deal-notes-5f0c1ab2e4.lock/                  goes with the last who wants the lock
 *       4711-9ab3c2d1-77ac01f2c3d4/                 who waits: a folder, and in it one file of the same name
 *       held/4711-9ab3c2d1-77ac01f2c3d4             who holds the lock: such a folder, renamed
 *
 * No folder can be renamed to one that is not empty, so there is one holder at a time. Removing its file frees the
 * lock of who was killed, and of nobody else: the name is never used twice.
 *
 * What killed processes leave, which `git status` shows, is gone after the next writing of the same file.
 */
export class LockFolder {
  private readonly root: string;
  private readonly held: string;

  constructor(target: string) {
    // Short, however long the name is; and the same for all spellings that some disks take for one name.
    const name = digest(basename(target).normalize('NFC').toLowerCase(), 10);
    this.root = join(dirname(target), `.deal-notes-${name}.lock`);
    this.held = join(this.root, 'held');
  }

  async join(): Promise<LockPlace> {
    for (;;) {
      const id = `${process.pid}-${HOST}-${randomBytes(6).toString('hex')}`;
      const folder = join(this.root, id);
      const heldFile = join(this.held, id);
      // Whoever may write in the target's folder may clear away what others leave there.
      const { mode } = await stat(dirname(this.root));
      try {
        await makeFolder(this.root, mode);
        await makeFolder(folder, mode);
        await writeFile(join(folder, id), '', { flag: 'wx', mode: 0o600 });
        const { mtimeMs } = await stat(join(folder, id));
        const since = performance.now();
        return { folder, heldFile, diskTime: () => mtimeMs + performance.now() - since };
      } catch (cause) {
        await this.leave({ folder, heldFile });
        // Not there: the last of the others has just taken the queue along.
        if (codeOf(cause) !== 'ENOENT') throw cause;
      }
    }
  }

  async take({ folder }: LockPlace): Promise<'yes' | 'no' | 'place-lost'> {
    try {
      await rename(folder, this.held);
      return 'yes';
    } catch (cause) {
      const code = codeOf(cause);
      if (code === 'ENOENT') return 'place-lost';
      if (code === 'ENOTEMPTY' || code === 'EEXIST' || isBusyOnWindows(cause)) return 'no';
      throw cause;
    }
  }

  /** Frees the lock if its holder is dead. */
  async dismissHolder({ diskTime }: LockPlace): Promise<void> {
    const ids = await namesIn(this.held);
    for (const id of ids) {
      const file = join(this.held, id);
      if (await isDead(id, file, diskTime())) await removeHolder(file);
    }
    // Not every system lets a folder take the place of an empty one.
    if (!ids.length) await ifPossible(rmdir(this.held));
  }

  /** Clears away what was left by those who died while they waited. */
  async dismissWaiting({ diskTime }: LockPlace): Promise<void> {
    for (const id of await namesIn(this.root)) {
      const folder = join(this.root, id);
      if (folder === this.held || !(await isDead(id, folder, diskTime()))) continue;
      await ifPossible(rm(folder, { recursive: true, force: true }));
    }
  }

  /** Gives back the place and the lock, as far as they are still there. */
  async leave({ folder, heldFile }: Pick<LockPlace, 'folder' | 'heldFile'>): Promise<void> {
    await ifPossible(rm(folder, { recursive: true, force: true }));
    await ifPossible(unlink(heldFile));
    await ifPossible(rmdir(this.held));
    await ifPossible(rmdir(this.root));
  }
}

/** The machine in few letters. Linux in a window of Windows has the same name, and processes of its own. */
const HOST = digest(`${process.platform} ${hostname()}`, 8);

async function isDead(id: string, path: string, diskTime: number): Promise<boolean> {
  const [, pid, host] = /^(\d+)-([0-9a-f]+)-/.exec(id) ?? [];
  if (host === HOST && !isRunning(Number(pid))) return true;
  const left = await stat(path).catch(() => undefined);
  // Clocks are set back at times: far in the future is as old as far in the past.
  return left !== undefined && Math.abs(diskTime - left.mtimeMs) > STALE_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== 'ESRCH';
  }
}

async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path);
    await ifPossible(chmod(path, mode & 0o777));
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
  }
}

async function removeHolder(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT' && !isBusyOnWindows(cause)) throw cause;
  }
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function ifPossible(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

function codeOf(cause: unknown): string | undefined {
  return isSystemError(cause) ? cause.code : undefined;
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
