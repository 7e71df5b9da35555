import {
  accessSync,
  constants,
  fchmodSync,
  fsyncSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { error, type Problem } from '../../core/problem';
import { isSystemError } from './disk';

/**
 * Replaces the content of a file as a whole: the new one is written beside it and takes its place and its mode, so
 * that at no time half a file stands there. A link is followed, not replaced. On a problem the file is as it was.
 *
 * @param before the bytes that the text was made from: if the file holds others by now, it is left alone
 */
export function replaceFile(path: string, text: string, before: Uint8Array): Problem | undefined {
  let beside: string | undefined;
  try {
    const target = realpathSync(path);
    // Renaming would replace even a file that is write-protected.
    accessSync(target, constants.W_OK);
    beside = join(dirname(target), `.deal-notes-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
    writeDurably(beside, text, statSync(target).mode);
    if (!readFileSync(target).equals(before)) return changedMeanwhile();
    renameSync(beside, target);
    beside = undefined;
    return undefined;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return unwritable(cause.code);
  } finally {
    if (beside) rmSync(beside, { force: true });
  }
}

function writeDurably(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    // Set afterwards, because the mode of `open` is subject to the umask.
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function changedMeanwhile(): Problem {
  const message = 'This file changed in the meantime. Nothing was written: look at it and try again.';
  return error('changed-meanwhile', message);
}

function unwritable(code: string): Problem {
  const reasons: Record<string, string> = {
    EACCES: 'you do not have the right to write it',
    EPERM: 'you do not have the right to write it',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    ENOENT: 'it is no longer there',
  };
  return error('unwritable', `This file cannot be written: ${reasons[code] ?? code}.`);
}
