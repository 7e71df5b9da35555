import { lstatSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Listed } from '../../actions/ports/files';
import type { FileText } from '../../core/deal/toEntry';
import { error, type Problem } from '../../core/problem';
import { isDealFile, isDealFolder } from '../../core/pipeline/paths';
import { PROCESS_FILE } from '../../core/process/processFile';
import { decode, tooLarge } from '../decode';
import { sayFile, type SystemReason } from '../../core/fileSays';

/** What tells whether a file is still the one that was read, without reading it again. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** Set by the system alone: it tells what a program hides that sets the other time back. */
  readonly ctimeMs: number;
}

/** The coarsest clock of a file system ticks every two seconds, and within one tick a file may change unseen. */
const SETTLED_MS = 3000;

/** What of a folder isn't listed with it, by paths below it. */
export interface PassedOver {
  /** Links to folders, which aren't followed. */
  readonly links: string[];
  /** Folders with a process of their own. */
  readonly pipelines: string[];
}

/**
 * The files below `root` that may be deals, one folder at a time, so that the caller can pause between two. A folder
 * with a process of its own is a pipeline of its own and left out. Links to files are followed, links to folders are
 * not: they may lead in a circle.
 *
 * @param passed is given what is passed over
 * @throws the system's error where `root` itself cannot be listed
 */
export function* listFiles(
  root: string,
  passed: PassedOver = { links: [], pipelines: [] },
): Generator<Listed[]> {
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let items: Dirent[];
    try {
      items = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (cause) {
      if (folder === '') throw cause;
      yield [{ path: folder, problem: unreadable(cause, 'folder') }];
      continue;
    }
    if (folder !== '' && items.some(item => item.name === PROCESS_FILE)) {
      passed.pipelines.push(folder);
      continue;
    }
    const files: Listed[] = [];
    for (const item of items) {
      const path = folder ? `${folder}/${item.name}` : item.name;
      if (item.isDirectory()) {
        if (isDealFolder(item.name)) folders.push(path);
      } else if (
        isDealFile(item.name) &&
        (item.isFile() || (item.isSymbolicLink() && !leadsElsewhere(join(root, path))))
      ) {
        files.push({ path });
      } else if (item.isSymbolicLink() && isDealFolder(item.name) && leadsToFolder(join(root, path))) {
        passed.links.push(path);
      }
    }
    yield files;
  }
}

/** The names of all that is in a folder; none where it cannot be listed. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Whether something is there, be it a folder or a link that leads nowhere. Where the system does not let anybody look, it is
 * taken for there: then reading it tells why, and no rule in it is passed over.
 */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
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
  const file = join(root, path);
  try {
    const text = textOf(file);
    return text === undefined ? { path, ...decode(readFileSync(file)) } : { path, text };
  } catch (cause) {
    return { path, problem: unreadable(cause, 'file') };
  }
}

/**
 * By Node's own way, which is much the quickest, and only where it has replaced nothing: what is in another encoding, or too
 * large, it gives as a text too, or not at all.
 */
function textOf(file: string): string | undefined {
  const text = readFileSync(file, 'utf8');
  const isSure = text.charCodeAt(0) !== 0 && text.charCodeAt(1) !== 0 && text.length < LONG;
  return isSure && !text.includes('\uFFFD') ? text : undefined;
}

/** Of such a length nobody has a deal: whether it isn't too large is found from its bytes. */
const LONG = 2 ** 20;

/** None where there is no file, and where the file is so young that its next change might bear the same stamp. */
export function stampOf(path: string): Stamp | undefined {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(path);
    const age = Date.now() - Math.max(mtimeMs, ctimeMs);
    return age > SETTLED_MS ? { size, mtimeMs, ctimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is surely the one that had this stamp. */
export function hasStamp(path: string, stamp: Stamp | undefined): boolean {
  const now = stamp && stampOf(path);
  return (
    now !== undefined &&
    now.size === stamp?.size &&
    now.mtimeMs === stamp.mtimeMs &&
    now.ctimeMs === stamp.ctimeMs
  );
}

/** Whether nothing is there that could be a deal's file, as opposed to something that cannot be read. */
export function isGone(path: string): boolean {
  try {
    return !lstatSync(path, { throwIfNoEntry: false }) || leadsElsewhere(path);
  } catch {
    return true;
  }
}

/** The text of one file with the bytes that it stands for. Only a regular file is opened: a pipe would hang. */
export function readRegularFile(
  path: string,
): { readonly bytes: Uint8Array; readonly text: string } | { readonly problem: Problem } {
  const read = readRegularBytes(path);
  return 'problem' in read ? read : { ...read, ...decode(read.bytes) };
}

/** The bytes of one file, whatever they say; else as above. */
export function readRegularBytes(
  path: string,
): { readonly bytes: Uint8Array } | { readonly problem: Problem } {
  try {
    const kind = statSync(path);
    if (kind.isDirectory()) return { problem: error('unreadable', sayFile('notAFile')) };
    if (!kind.isFile()) return { problem: error('unreadable', sayFile('notRegular')) };
    return { bytes: readFileSync(path) };
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

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A broken link is not passed over: somebody meant it to be a deal. */
function leadsElsewhere(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}
