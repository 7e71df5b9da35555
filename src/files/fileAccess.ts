import type { Listed, Reading } from '../actions/ports/files';
import type { FileText } from '../core/deal/toEntry';
import type { LateEntry } from '../core/pipeline/pipeline';
import type { Process } from '../core/process/process';
import type { Stamp } from './disk/disk';
import type { KeptEntries } from './disk/keptEntries';

/** A file as it was read, or that it is not there. */
export type ReadFile = (FileText & { readonly stamp?: Stamp | undefined }) | Gone;

/** A file that is as it was when it was read the last time, and what was read of it then. */
export interface SameFile {
  readonly path: string;
  readonly stamp: Stamp | undefined;
  readonly late: LateEntry;
}

export interface Gone {
  readonly path: string;
  readonly gone: true;
}

/** What one look at the folder has found: the process file and that of the forecast calls, as they were read, and all else. */
export interface FoundProcess {
  /** None where nothing is there. */
  readonly file: Reading | undefined;
  readonly calls: Reading | undefined;
  /** Of all that is in the folder. */
  readonly names: readonly string[];
  /** The files that may be deals, in portions. Throws where the folder itself cannot be listed. */
  readonly files: () => AsyncIterable<readonly Listed[]>;
}

/**
 * The way to the files of one folder. Paths are relative to it. Both lists and texts come in portions between which
 * the extension host can do something else.
 */
export interface FileAccess {
  read(path: string): ReadFile | Promise<ReadFile>;
  /** What a person or a git client has put where the process stands, be it a file or not. Never throws. */
  readProcess(): FoundProcess | Promise<FoundProcess>;
  /** What was read the last time, where that can be kept. */
  kept(process: Process): Promise<KeptEntries | undefined>;
  /** @param kept files that are in it as they are now aren't read again */
  readAll(paths: readonly string[], kept?: KeptEntries): AsyncIterable<readonly (ReadFile | SameFile)[]>;
  /** Those of the files that may be others than they were when they were read, where that can be told cheaply. */
  changed(
    files: Iterable<readonly [path: string, stamp: Stamp | undefined]>,
  ): AsyncIterable<readonly string[]>;
}

/** How many files are read before others have a turn: a slow disk needs long for few. */
export const SLICE_FILES = 64;
