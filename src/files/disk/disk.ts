import type { Dirent } from 'node:fs';
import { sep } from 'node:path';
import type { Unread } from '../../actions/ports/files';
import type { FileText } from '../../core/deal/toEntry';
import { error, type Problem } from '../../core/problem';
import { decode, tooLarge } from '../decode';
import { sayFile, type SystemReason } from '../../core/fileSays';
import { ask, atOnce, type Asking } from './asking';

/** What tells whether a file is still the one that was read, without reading it again. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** Set by the system alone: it tells what a program hides that sets the other time back. */
  readonly ctimeMs: number;
}

/** The coarsest clock of a file system ticks every two seconds, and within one tick a file may change unseen. */
const SETTLED_MS = 3000;

/** The names of all that is in a folder; none where it cannot be listed. */
export function namesIn(folder: string): readonly string[] {
  return atOnce(namesOf(folder));
}

function* namesOf(folder: string): Asking<readonly string[]> {
  return ((yield* itemsOf(folder)) ?? []).map(({ name }) => name);
}

/** What is in a folder; nothing where it cannot be listed. */
export function* itemsOf(folder: string): Asking<readonly Dirent[] | undefined> {
  try {
    return yield* ask('items', folder);
  } catch {
    return undefined;
  }
}

/**
 * Whether something is there, be it a folder or a link that leads nowhere. Where the system does not let anybody look, it is
 * taken for there: then reading it tells why, and no rule in it is passed over.
 */
export function isThere(path: string): boolean {
  return atOnce(standsAt(path));
}

/** For `isThere`. */
export function* standsAt(path: string): Asking<boolean> {
  try {
    return (yield* ask('own', path)) !== undefined;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return cause.code !== 'ENOTDIR';
  }
}

/** What bytes that stood in a file, wherever they are from, say as a text. */
export function asText(path: string, bytes: Uint8Array): FileText {
  return { path, ...decode(bytes) };
}

/** The text of one file, or why there is none. */
export function readText(root: string, path: string): FileText {
  return atOnce(textOf(root, path));
}

/**
 * For `readText`. By Node's own way, which is much the quickest, and only where it has replaced nothing: what is in another
 * encoding, or too large, it gives as a text too, or not at all.
 */
export function* textOf(root: string, path: string): Asking<FileText> {
  // Of thousands of files; to tidy up each path would take longer than to find the file.
  const file = `${root}${sep}${path}`;
  try {
    const text = yield* ask('text', file);
    return isSure(text) ? { path, text } : { path, ...decode(yield* ask('bytes', file)) };
  } catch (cause) {
    return { path, problem: unreadable(cause, 'file') };
  }
}

function isSure(text: string): boolean {
  const isPlain = text.charCodeAt(0) !== 0 && text.charCodeAt(1) !== 0 && text.length < LONG;
  return isPlain && !text.includes('\uFFFD');
}

/** Of such a length nobody has a deal: whether it isn't too large is found from its bytes. */
const LONG = 2 ** 20;

/** None where there is no file, and where the file is so young that its next change might bear the same stamp. */
export function stampOf(path: string): Stamp | undefined {
  return atOnce(stampAt(path));
}

/** For `stampOf`. */
export function* stampAt(path: string): Asking<Stamp | undefined> {
  try {
    const { size, mtimeMs, ctimeMs } = yield* ask('kind', path);
    const age = Date.now() - Math.max(mtimeMs, ctimeMs);
    return age > SETTLED_MS ? { size, mtimeMs, ctimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is surely the one that had this stamp. */
export function* hasStamp(path: string, stamp: Stamp | undefined): Asking<boolean> {
  const now = stamp && (yield* stampAt(path));
  return (
    now !== undefined &&
    now.size === stamp?.size &&
    now.mtimeMs === stamp.mtimeMs &&
    now.ctimeMs === stamp.ctimeMs
  );
}

/** Whether nothing is there that could be a deal's file, as opposed to something that cannot be read. */
export function isGone(path: string): boolean {
  return atOnce(isNoFile(path));
}

/** For `isGone`. */
export function* isNoFile(path: string): Asking<boolean> {
  try {
    return !(yield* ask('own', path)) || (yield* leadsElsewhere(path));
  } catch {
    return true;
  }
}

/** The bytes of a file, or why there are none. */
type ReadBytes = { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** The text of one file with the bytes that it stands for. Only a regular file is opened: a pipe would hang. */
export function readRegularFile(path: string): ReadRegular {
  return atOnce(regularFile(path));
}

type ReadRegular = { readonly bytes: Uint8Array; readonly text: string } | Unread;

/** For `readRegularFile`. */
export function* regularFile(path: string): Asking<ReadRegular> {
  const read = yield* regularBytes(path);
  return 'problem' in read ? read : { ...read, ...decode(read.bytes) };
}

/** The bytes of one file, whatever they say; else as above. */
export function readRegularBytes(path: string): ReadBytes {
  return atOnce(regularBytes(path));
}

function* regularBytes(path: string): Asking<ReadBytes> {
  try {
    const kind = yield* ask('kind', path);
    if (kind.isDirectory()) return { problem: error('unreadable', sayFile('notAFile')) };
    if (!kind.isFile()) return { problem: error('unreadable', sayFile('notRegular')) };
    return { bytes: yield* ask('bytes', path) };
  } catch (cause) {
    if (!isSystemError(cause) && !isTooLarge(cause)) throw cause;
    return { problem: unreadable(cause, 'file') };
  }
}

/** Whether the system refused something, as opposed to a bug. */
export function isSystemError(cause: unknown): cause is NodeJS.ErrnoException & { code: string } {
  return cause instanceof Error && 'code' in cause && 'syscall' in cause;
}

/** Windows refuses for a moment what somebody else looks at, such as a virus scanner. */
export function isBusyOnWindows(cause: unknown): boolean {
  const codes = ['EPERM', 'EACCES', 'EBUSY'];
  return process.platform === 'win32' && isSystemError(cause) && codes.includes(cause.code);
}

export function unreadable(cause: unknown, what: 'file' | 'folder'): Problem {
  if (isTooLarge(cause)) return tooLarge();
  const { code } = cause as NodeJS.ErrnoException;
  const reason = WHY_UNREADABLE[code ?? ''] ?? { inItsWords: code ?? String(cause) };
  return error('unreadable', sayFile('unreadable', { what, reason }));
}

const TOO_LARGE: ReadonlySet<unknown> = new Set(['ERR_FS_FILE_TOO_LARGE', 'ERR_STRING_TOO_LONG']);

/** Node itself refuses such files, before the system is asked, or their texts. */
function isTooLarge(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && TOO_LARGE.has(cause.code);
}

const WHY_UNREADABLE: Readonly<Record<string, SystemReason>> = {
  ENOENT: 'missing',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ELOOP: 'linkCircle',
  ENOTDIR: 'missing',
};

/** Whether a link leads to what is no file. A broken one is not passed over: somebody meant it to be a deal. */
export function* leadsElsewhere(path: string): Asking<boolean> {
  try {
    return !(yield* ask('kind', path)).isFile();
  } catch {
    return false;
  }
}
