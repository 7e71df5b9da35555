import { sayer } from './says';

/** What is said of files, whoever reads and writes them: a disk, an editor, or nobody but a test. */
export interface FileSays {
  notUtf8: { isUtf16: boolean };
  /** @param most how large a file may be, in megabytes */
  tooLarge: { most: number };
  notAFile: object;
  notRegular: object;
  fileGone: object;
  /** @param name of a folder, where there may be several */
  unreadable: { what: 'file' | 'folder'; name?: string; reason: SystemReason };
  unwritable: { reason: SystemReason };
  writeProtected: object;
  folderProtected: object;
  notCreated: object;
  notDeleted: { reason: SystemReason };
  notMoved: { name: string };
  notSaved: object;
  changedSince: { what: 'notDeleted' | 'notUndone' };
  changedMeanwhile: object;
  changedOrLocked: object;
  beingWritten: object;
  nameTaken: { name: string };
  linkElsewhere: object;
  mixedLineEnds: object;
  notAFolder: { path: string };
  othersFolder: { path: string };
  /** @param pipeline the one that the cache is in; none where it is in `.git` */
  cacheInTheWay: { path: string; pipeline?: string };
  /** Of a cache folder, which is in the user's own. */
  noHome: object;
  tooLargeToUndo: object;
  /** @param path below the pipeline's folder */
  outsideToUndo: { path?: string };
  /** @param path of what is kept of a command */
  recordDamaged: { path: string };
  folderNotUsable: { path: string; reason: SystemReason };
}

/** Why the system did not do something: one of the common reasons, or in its own words. */
export type SystemReason =
  | 'missing'
  | 'gone'
  | 'noPermission'
  | 'linkCircle'
  | 'fileInTheWay'
  | 'readOnlyDisk'
  | 'fullDisk'
  | { readonly inItsWords: string };

/** What the system says, whatever was thrown. */
export function systemReason(cause: unknown): SystemReason {
  return { inItsWords: cause instanceof Error ? cause.message : String(cause) };
}

export const sayFile = sayer<FileSays>();
