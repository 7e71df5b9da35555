import type { CalendarDate } from '../../calendar';

/** A commit, as far as it tells of the files of a pipeline. */
export interface PastCommit {
  readonly id: string;
  /** Their places in the list of commits, in which each stands behind its parents. */
  readonly parents: readonly number[];
  /** The day on which it was written, where its author was. */
  readonly on: CalendarDate;
  /** Its author's name. */
  readonly by: string;
  /** There were commits before it, which this clone does not have. */
  readonly isCut?: true;
  /** What is different from its first parent. */
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  /** With `/` between its parts, from the top of the repository. */
  readonly path: string;
  /** The id of its contents; none where the file is gone. */
  readonly blob?: string;
  /** The path of the file that git takes it for, which is gone. */
  readonly from?: string;
}
