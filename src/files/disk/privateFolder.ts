import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './disk';
import { sayFile, type SystemReason } from '../../core/fileSays';
import { type Says } from '../../core/says';

/** A file that was begun and never got its name is nobody's after this time. */
const ABANDONED_MS = 600_000;

/** Why a folder cannot be used. */
export interface NotUsable {
  readonly why: Says;
}

/** A file that is being read; nothing of one that can't be. */
export interface Begun {
  readonly bytes: Promise<Buffer | undefined>;
}

/** A folder of small files that are this user's alone: nobody else reads them, or puts one there. */
export class PrivateFolder {
  private constructor(readonly path: string) {}

  /** Makes it, and the folders around it, where it is not there. */
  static async make(path: string): Promise<PrivateFolder | NotUsable> {
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      return await PrivateFolder.at(path);
    } catch (cause) {
      return notUsable(cause, path);
    }
  }

  /** As it is there; nothing where there is none. */
  static async find(path: string): Promise<PrivateFolder | NotUsable | undefined> {
    try {
      await lstat(path);
    } catch (cause) {
      return isSystemError(cause) && cause.code === 'ENOENT' ? undefined : notUsable(cause, path);
    }
    return PrivateFolder.at(path);
  }

  private static async at(path: string): Promise<PrivateFolder | NotUsable> {
    try {
      const found = await lstat(path);
      if (!found.isDirectory()) return { why: sayFile('notAFolder', { path }) };
      if (!isOurs(found)) return { why: sayFile('othersFolder', { path }) };
      if (process.platform !== 'win32' && found.mode & 0o077) await chmod(path, 0o700);
      await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
      return new PrivateFolder(path);
    } catch (cause) {
      return notUsable(cause, path);
    }
  }

  /** The names of the files that are whole, in their order. */
  async names(): Promise<string[]> {
    return (await readdir(this.path)).filter(name => !name.startsWith('.')).sort();
  }

  /** How many bytes a file has; none where it is not there, or is no file of ours. */
  async sizeOf(name: string): Promise<number | undefined> {
    const found = await lstat(join(this.path, name)).catch(() => undefined);
    return found?.isFile() && isOurs(found) ? found.size : undefined;
  }

  /** @returns nothing where it is not there, or is no file of ours, or is longer */
  async read(name: string, mostBytes: number): Promise<string | undefined> {
    return (await this.readBytes(name, mostBytes))?.toString('utf8');
  }

  /** @returns nothing where it is not there, or is no file of ours, or is longer */
  async readBytes(name: string, mostBytes: number): Promise<Buffer | undefined> {
    const size = await this.sizeOf(name);
    if (size === undefined || size > mostBytes) return undefined;
    return readFile(join(this.path, name)).catch(() => undefined);
  }

  /**
   * Begins to read a file, and answers when the system is at it: what it takes goes on beside whatever else is done.
   *
   * @returns nothing where it is not there, or is no file of ours, or is longer
   */
  async beginBytes(name: string, mostBytes: number): Promise<Begun | undefined> {
    const size = await this.sizeOf(name);
    if (size === undefined || size > mostBytes) return undefined;
    const file = await open(join(this.path, name), 'r').catch(() => undefined);
    return file && { bytes: readWhole(file, size).catch(() => undefined) };
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws the system's error
   */
  async write(name: string, content: string | readonly Uint8Array[]): Promise<void> {
    const begun = join(this.path, `.${randomBytes(6).toString('hex')}.new`);
    try {
      await writeFile(begun, content, { flag: 'wx', mode: 0o600 });
      await rename(begun, join(this.path, name));
    } catch (cause) {
      await rm(begun, { force: true });
      throw cause;
    }
  }

  /** @throws the system's error */
  async rename(name: string, to: string): Promise<void> {
    await rename(join(this.path, name), join(this.path, to));
  }

  /** Whatever it is: in a folder that is ours alone it may be a folder, too. */
  async remove(name: string): Promise<void> {
    await rm(join(this.path, name), { recursive: true, force: true });
  }

  /** Deletes it with all that is in it, whatever that is. */
  async removeAll(): Promise<void> {
    await rm(this.path, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Removes the files that were written longest ago, until so many are left and they have so many bytes. */
  async keepNewest(most: number, mostBytes: number): Promise<void> {
    const found = await Promise.all(
      (await this.names()).map(async name => ({
        name,
        ...(await lstat(join(this.path, name)).catch(() => ({ mtimeMs: 0, size: 0 }))),
      })),
    );
    let bytes = 0;
    for (const [at, { name, size }] of found.sort((a, b) => b.mtimeMs - a.mtimeMs).entries()) {
      bytes += size;
      if (at >= most || bytes > mostBytes) await this.remove(name);
    }
  }

  /** Clears away what processes have begun that were killed. */
  async removeAbandoned(): Promise<void> {
    for (const name of await readdir(this.path)) {
      if (!name.endsWith('.new')) continue;
      const found = await lstat(join(this.path, name)).catch(() => undefined);
      if (found && Math.abs(Date.now() - found.mtimeMs) > ABANDONED_MS) await this.remove(name);
    }
  }
}

/** In one go, in which nobody has to ask for the next part. */
async function readWhole(file: FileHandle, size: number): Promise<Buffer> {
  try {
    const bytes = Buffer.allocUnsafeSlow(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isOurs({ uid }: { readonly uid: number }): boolean {
  return !process.getuid || process.getuid() === uid;
}

/** @throws what the system did not say */
export function notUsable(cause: unknown, path: string): NotUsable {
  if (!isSystemError(cause)) throw cause;
  const reason = WHY_NOT_USABLE[cause.code] ?? { inItsWords: cause.code };
  return { why: sayFile('folderNotUsable', { path, reason }) };
}

const WHY_NOT_USABLE: Readonly<Record<string, SystemReason>> = {
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnlyDisk',
  ENOSPC: 'fullDisk',
  EDQUOT: 'fullDisk',
  ENOTDIR: 'fileInTheWay',
  EEXIST: 'fileInTheWay',
};
