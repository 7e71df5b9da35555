import type { Changed } from '../core/deal/changeDeal';
import type { Process } from '../core/process/process';
import type { TextEdit } from '../core/textEdit';
import type { Address } from './address';
import type { Refused } from './ports/files';

/** What an action has done to one file. All that is needed to take it back, as plain data. */
export type Effect =
  | {
      readonly kind: 'changed';
      readonly file: Address;
      readonly before: string;
      readonly after: string;
      /** Those that made `after` of `before`, where nothing else had a hand in it. */
      readonly edits?: readonly TextEdit[];
    }
  | {
      readonly kind: 'created';
      readonly file: Address;
      readonly after: string;
      /** So many of the folders around it were made for it, and go when they are empty again. */
      readonly madeFolders?: number;
    }
  | {
      readonly kind: 'renamed';
      readonly file: Address;
      readonly from: Address;
      /** What the file said when all was done. */
      readonly after: string;
      /** The folder that it is in now was made for it, and goes when it is empty again. */
      readonly madeFolder?: true;
    };

/** Effects that mean nothing without each other: they are taken back together, or not at all. */
export type Unit = readonly Effect[];

/** A deal that an action has changed. */
export interface Done<T extends Changed = Changed> {
  /** Where it is now. */
  readonly file: Address;
  /** What the action has to say of it: its title, its warnings, and what became of it. */
  readonly plan: Omit<T, 'edited'>;
  /** By which it was changed. */
  readonly process: Process;
}

/** What became of each deal, in the order in which they were named, and of each file. */
export interface Result<T extends Changed = Changed> {
  readonly done: readonly Done<T>[];
  readonly refused: readonly Refused[];
  readonly units: readonly Unit[];
  /** The pipelines in which something was done. */
  readonly folders: readonly Address[];
}

export const NOTHING: Result<never> = { done: [], refused: [], units: [], folders: [] };

/** A result for one file in which nothing was done. */
export function refusedResult({ file, problem }: Refused): Result<never> {
  return { ...NOTHING, refused: [{ file, problem }] };
}
