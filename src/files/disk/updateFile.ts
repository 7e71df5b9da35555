import { constants, readFileSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import type { Refusal } from '../../core/refusal';
import { error, type Problem } from '../../core/problem';
import { isSystemError, readRegularFile } from './disk';
import { lock, pause, type Lock } from './lock';
import { renameOver, writeLike } from './writeFile';
import { sayFile, type SystemReason } from '../../core/fileSays';

export interface Rewritten {
  readonly ok: true;
  /** The whole text after the change. */
  readonly text: string;
}

/** How long others may keep the file: each needs some milliseconds. */
const WAIT_MS = 5000;
/** Programs that know no lock of ours may write at the same moment; then the change is made to what they wrote. */
const ATTEMPTS = 5;

/**
 * Changes the text of a file as it is now, and no other: two processes that do so at once do it one after the other.
 * The new text is written beside the file, flushed and renamed, so that whatever is killed at whatever moment, the
 * file has the old text or the new one. Links are followed, not replaced; a second name of the same file (a hard
 * link) keeps the old text. Mode, owner and group stay as far as the system lets us; access lists and extended
 * attributes do not.
 *
 * Where the change is refused or changes nothing, nothing is written, and nothing beside it either.
 *
 * @param change may be asked several times, on different texts, and must have no effect of its own
 * @returns what `change` said to the text that was there last, or why the file could not be read or written
 */
export async function updateFile<T extends Rewritten>(
  path: string,
  change: (text: string) => T | Refusal,
  { waitMs = WAIT_MS } = {},
): Promise<T | Refusal> {
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // Asked before there is a lock: what is refused does not even touch the folder.
      const asked = ask(path, change);
      if ('end' in asked) return asked.end;
      const target = await realpath(path);
      const problem = await whyUnwritable(target);
      if (problem) return refuse(problem);
      const updated = await updateInTurn(target, asked, change, waitMs);
      if (updated) return updated;
      await pause();
    }
    return refuse(changedMeanwhile());
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return refuse(unwritable(cause.code));
  }
}

/** What is to replace a file that has certain bytes; or how it ends without that. */
type Attempt<T> = { readonly before: Uint8Array; readonly answer: T } | { readonly end: T | Refusal };

function ask<T extends Rewritten>(path: string, change: (text: string) => T | Refusal): Attempt<T> {
  const read = readRegularFile(path);
  if ('problem' in read) return { end: refuse(read.problem) };
  const answer = change(read.text);
  return answer.ok && answer.text !== read.text ? { before: read.bytes, answer } : { end: answer };
}

/** @returns `undefined` where the file was changed or the lock was lost before the end: to be tried again */
async function updateInTurn<T extends Rewritten>(
  target: string,
  asked: Exclude<Attempt<T>, { end: unknown }>,
  change: (text: string) => T | Refusal,
  waitMs: number,
): Promise<T | Refusal | undefined> {
  const held = await lockFor(target, waitMs);
  if ('problem' in held) return held;
  try {
    const isAsBefore = readFileSync(target).equals(asked.before);
    const now = isAsBefore ? asked : ask(target, change);
    if ('end' in now) return now.end;
    await writeLike(target, held.file, now.answer.text);
    // Other programs do not know the lock. This leaves them the least time to write in between.
    if (!readFileSync(target).equals(now.before)) return undefined;
    await renameOver(held.file, target);
    return now.answer;
  } catch (cause) {
    // The lock's file is gone, or the target: the next attempt tells.
    if (isSystemError(cause) && cause.code === 'ENOENT') return undefined;
    throw cause;
  } finally {
    await held.release();
  }
}

/** Renaming would replace even a file that is write-protected; and who may do anything is to be stopped by that too. */
export async function whyUnwritable(target: string): Promise<Problem | undefined> {
  try {
    const { mode } = await stat(target);
    if (!(mode & 0o222)) return error('unwritable', sayFile('writeProtected'));
    await access(target, constants.W_OK);
    return undefined;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return unwritable(cause.code);
  }
}

async function lockFor(target: string, waitMs: number): Promise<Lock | Refusal> {
  try {
    return (await lock(target, waitMs)) ?? refuse(busy());
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return refuse(unwritableFolder(cause.code));
  }
}

function refuse(problem: Problem): Refusal {
  return { ok: false, problem };
}

function changedMeanwhile(): Problem {
  return error('changed-meanwhile', sayFile('changedMeanwhile'));
}

function busy(): Problem {
  return error('busy', sayFile('beingWritten'));
}

/** Why a file cannot be written, by the code of the system. */
export function unwritable(code: string): Problem {
  const reason = WHY_UNWRITABLE[code] ?? { inItsWords: code };
  return error('unwritable', sayFile('unwritable', { reason }));
}

const WHY_UNWRITABLE: Readonly<Record<string, SystemReason>> = {
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnlyDisk',
  ENOSPC: 'fullDisk',
  EDQUOT: 'fullDisk',
  ENOENT: 'gone',
};

function unwritableFolder(code: string): Problem {
  if (code !== 'EACCES' && code !== 'EPERM') return unwritable(code);
  return error('unwritable', sayFile('folderProtected'));
}
