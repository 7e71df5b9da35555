import { randomBytes } from 'node:crypto';
import { constants, lstatSync, readlinkSync } from 'node:fs';
import { copyFile, link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { error, type Problem } from '../../core/problem';
import { isSystemError, readRegularFile } from './disk';
import { lock } from './lock';
import { notUsable } from './privateFolder';
import { unwritable } from './updateFile';
import { sayFile } from '../../core/fileSays';

/** How long others may keep a file that is to be renamed or deleted. */
const WAIT_MS = 5000;

/**
 * Writes a file that was not there, whole or not at all, and the folders around it.
 *
 * @param isRepeatable the disk is not waited for, which takes most of the time of thousands of files
 * @returns why not, where it is not written
 */
export async function createFile(
  file: string,
  text: string,
  isRepeatable = false,
): Promise<Problem | undefined> {
  const folder = dirname(file);
  // Its name makes it no deal, should it be left behind.
  const beside = join(folder, `.deal-notes-${randomBytes(6).toString('hex')}.new`);
  try {
    await mkdir(folder, { recursive: true });
    const opened = await open(beside, 'wx');
    try {
      await opened.writeFile(text);
      if (!isRepeatable) await opened.sync();
    } finally {
      await opened.close();
    }
    try {
      await putAt(beside, file);
    } finally {
      await unlink(beside).catch(unlessRefused);
    }
    return undefined;
  } catch (cause) {
    return problemOf(cause, file);
  }
}

/**
 * Gives a file another name, or another folder, which is made where it is not there. Never replaces a file, and waits for
 * who is writing this one.
 *
 * @returns why not, where it is still where it was
 */
export async function moveFile(from: string, to: string): Promise<Problem | undefined> {
  try {
    if (leadsNowhereFrom(from, to)) return error('not-possible', sayFile('linkElsewhere'));
    await mkdir(dirname(to), { recursive: true });
    return await inTurn(from, async () => {
      if (lstatSync(to, { throwIfNoEntry: false })) return isThere(to);
      if (lstatSync(from).isSymbolicLink()) await rename(from, to);
      else {
        await putAt(from, to);
        await unlink(from);
      }
      return undefined;
    });
  } catch (cause) {
    return problemOf(cause, to);
  }
}

/**
 * Deletes a file if it still has this text.
 *
 * @returns why not, where it is still there
 */
export async function deleteFile(file: string, text: string): Promise<Problem | undefined> {
  try {
    return await inTurn(file, async () => {
      const now = readRegularFile(file);
      if ('problem' in now) return now.problem;
      if (now.text !== text) return error('not-editable', sayFile('changedSince', { what: 'notDeleted' }));
      await unlink(file);
      return undefined;
    });
  } catch (cause) {
    return problemOf(cause, file);
  }
}

async function inTurn(
  file: string,
  action: () => Promise<Problem | undefined>,
): Promise<Problem | undefined> {
  const held = await lock(file, WAIT_MS);
  if (!held) return error('busy', sayFile('beingWritten'));
  try {
    return await action();
  } finally {
    await held.release();
  }
}

/** A second name for a file, which only a name that is free can be; or, where the disk has no second names, a copy. */
async function putAt(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (cause) {
    if (!isSystemError(cause) || !NO_SECOND_NAMES.includes(cause.code)) throw cause;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

const NO_SECOND_NAMES: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'];

/** A link with a relative path is meant from its own folder. */
function leadsNowhereFrom(from: string, to: string): boolean {
  const isElsewhere = dirname(from) !== dirname(to);
  const isLink = lstatSync(from, { throwIfNoEntry: false })?.isSymbolicLink();
  return isElsewhere && isLink === true && !isAbsolute(readlinkSync(from));
}

function isThere(file: string): Problem {
  const name = file.slice(dirname(file).length).replace(/^[/\\]/, '');
  return error('not-possible', sayFile('nameTaken', { name }));
}

function problemOf(cause: unknown, target: string): Problem {
  if (!isSystemError(cause)) throw cause;
  // Its folder, which couldn't be made.
  if (cause.syscall === 'mkdir') return error('unwritable', notUsable(cause, basename(dirname(target))).why);
  return cause.code === 'EEXIST' ? isThere(target) : unwritable(cause.code);
}

function unlessRefused(cause: unknown): void {
  if (!isSystemError(cause)) throw cause;
}
