import type { CalendarDate } from '../calendar';
import { isSameValue, STATE_FIELDS, type FileState } from './past/fileState';

/** What git knows of a deal's file beyond what stands in it: how it was, from its first version on. */
export interface GitFacts {
  readonly first: FirstVersion;
  /** In the order of the days; after the last one, all is as in the last commit. */
  readonly changes: readonly VersionChange[];
}

/** A commit that has changed a deal. */
interface DatedCommit {
  /** The day on which it was written, where its author was. */
  readonly on: CalendarDate;
  /** Its author's name. */
  readonly by: string;
  readonly commit: string;
}

export interface FirstVersion extends DatedCommit {
  readonly state: FileState;
  /** There were earlier ones, which this clone does not have. */
  readonly isCut?: true;
}

export interface VersionChange extends DatedCommit {
  /** What the fields say from then on that are others than before; a field that is there and `undefined` was taken away. */
  readonly set: Partial<FileState>;
}

/** By the path of the file below the pipeline's folder. */
export type KnownFromGit = ReadonlyMap<string, GitFacts>;

export function areSameFacts(some: GitFacts | undefined, others: GitFacts | undefined): boolean {
  if (!some || !others || some === others) return some === others;
  return (
    some.changes.length === others.changes.length &&
    isSameCommit(some.first, others.first) &&
    some.first.isCut === others.first.isCut &&
    isSameState(some.first.state, others.first.state) &&
    some.changes.every((change, at) => {
      const other = others.changes[at]!;
      return isSameCommit(change, other) && isSameState(change.set, other.set);
    })
  );
}

function isSameCommit(some: DatedCommit, other: DatedCommit): boolean {
  return some.commit === other.commit && some.on === other.on && some.by === other.by;
}

function isSameState(some: Partial<FileState>, other: Partial<FileState>): boolean {
  return STATE_FIELDS.every(
    field => field in some === field in other && isSameValue(some[field], other[field]),
  );
}
