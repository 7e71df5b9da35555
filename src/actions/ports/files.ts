import type { Problem } from '../../core/problem';
import type { Refusal } from '../../core/refusal';
import type { TextEdit } from '../../core/textEdit';
import type { Address } from '../address';

/** A file that may be a deal, by its path below the folder that was listed; or why it can't be looked at. */
export type Listed = { readonly path: string } | { readonly path: string; readonly problem: Problem };

/** What a file says now, unsaved changes included where there are such; or why that cannot be told. */
export type Reading = { readonly text: string } | Unread;

/** A file whose text can't be told. */
export interface Unread {
  readonly problem: Problem;
  /** Its first characters, as far as they can be made out: to be looked at, and never written. */
  readonly beginning?: string;
}

/** What is to be done to a file: the edits, with whatever the caller wants to know of them afterwards. */
export interface Plan {
  readonly ok: true;
  readonly edited: { readonly edits: readonly TextEdit[]; readonly text: string };
}

/** Looks at the text of a file as it is now. May be asked again when the text has changed, and has no effect. */
export type Planner<T extends Plan> = (text: string, file: Address) => T | Refusal;

/** A file that was changed as it was planned. */
export interface Written<T extends Plan> {
  readonly file: Address;
  readonly plan: T;
  readonly before: string;
  /** What stands there now; more than was planned has changed where saving did so, to format the file for example. */
  readonly after: string;
}

/** A file with which something was not done, and why. */
export interface Refused {
  readonly file: Address;
  readonly problem: Problem;
}

export interface Renaming {
  readonly from: Address;
  readonly to: Address;
}

/** The way to files, wherever they are. What cannot be done is told as a problem, and never thrown. */
export interface Files {
  /**
   * The files below a folder that may be deals. A folder with a process of its own is a pipeline of its own and left out.
   *
   * @throws the system's error where the folder itself cannot be listed
   */
  list(folder: Address): Promise<readonly Listed[]>;
  /** The names of all that is in a folder; none where it is not there. */
  namesIn(folder: Address): Promise<readonly string[]>;
  /** Whether something is there, be it a file, a folder or a link that leads nowhere. */
  exists(file: Address): Promise<boolean>;
  read(file: Address): Promise<Reading>;
  /** Whether its text is in an editor only and not on disk: whoever has it there may still throw it away. */
  isUnsaved(file: Address): boolean;
  /**
   * Changes files, each on its text as it is now, and each as planned or not at all. Where an editor has several of them
   * open, it gets one edit for all, so that one undo of its own takes them back.
   */
  update<T extends Plan>(
    files: readonly Address[],
    planner: Planner<T>,
  ): Promise<{ readonly written: readonly Written<T>[]; readonly refused: readonly Refused[] }>;
  /**
   * Writes a file that was not there, and the folders around it. Never replaces one.
   *
   * @param isRepeatable it can be made again from what it was made of: it need not outlive a power cut that comes just then
   */
  create(file: Address, text: string, isRepeatable?: boolean): Promise<Problem | undefined>;
  /**
   * Gives files other names, or other folders, which are made where they are not there. Never replaces a file. Answers with
   * those that are still where they were.
   */
  rename(renamings: readonly Renaming[]): Promise<readonly Refused[]>;
  /** Deletes a file if it still has this text. */
  delete(file: Address, text: string): Promise<Problem | undefined>;
  /** Removes a folder in which nothing is; any other stays. */
  removeIfEmpty(folder: Address): Promise<void>;
}
