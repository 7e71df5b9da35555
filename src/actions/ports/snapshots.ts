import type { CalendarDate } from '../../core/calendar';
import type { Address } from '../address';

/** A commit, and the day on which it was made, where its author was. */
export interface CommitFound {
  /** Its full name. */
  readonly id: string;
  readonly on: CalendarDate;
}

/** The name of what stands in a file: the same wherever the same bytes stand. */
export type BlobName = string;

/** The regular files below a folder by their paths there, and the links. */
export interface FolderThen {
  readonly files: ReadonlyMap<string, BlobName>;
  readonly links: ReadonlySet<string>;
}

/** What a commit did to a file below the folder; a merge, only what none of its parents has. */
export interface FileChanged {
  /** Where it was; nothing where it was not there before. */
  readonly from: { readonly path: string; readonly blob: BlobName } | undefined;
  /** Where it is; nothing where the commit removes it. Another path than before where git takes it for the same file. */
  readonly to: { readonly path: string; readonly blob: BlobName } | undefined;
  /** Of a merge: how it was on other branches. What one of them says was done there. */
  readonly others?: readonly { readonly path: string; readonly blob: BlobName }[];
}

export interface CommitMade extends CommitFound {
  readonly by: string;
  readonly files: readonly FileChanged[];
}

/** A folder in a repository as it was at any time. Only asked: nothing is fetched, locked or run for it. */
export interface Snapshots {
  /** What stands before a path below the folder, from the top of the repository: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Whether the clone has only the last commits. */
  readonly isShallow: boolean;
  /**
   * The commit that is checked out; nothing before the first one.
   *
   * @throws GitFailed
   */
  head(): Promise<CommitFound | undefined>;
  /**
   * The commit that a branch, a tag or another name of git means.
   *
   * @throws GitFailed
   */
  commitCalled(name: string): Promise<CommitFound | undefined>;
  /**
   * The last commit up to the end of a day, of those that were checked out one after the other: a branch counts from when it
   * was merged. Nothing where all are later.
   *
   * @throws GitFailed
   */
  lastCommitUntil(day: CalendarDate): Promise<CommitFound | undefined>;
  /** @throws GitFailed */
  filesAt(commit: string): Promise<FolderThen>;
  /**
   * As they would be committed; without those that a merge has left to people.
   *
   * @throws GitFailed
   */
  stagedNow(): Promise<FolderThen>;
  /**
   * The files on disk that are others than in a commit, or not there.
   *
   * @throws GitFailed
   */
  changedSince(commit: string): Promise<ReadonlySet<string>>;
  /** @throws GitFailed */
  contents(blobs: Iterable<BlobName>): Promise<ReadonlyMap<BlobName, Uint8Array>>;
  /**
   * What led from one commit to another, the earliest first.
   *
   * @throws GitFailed
   */
  commitsBetween(from: string, to: string): Promise<readonly CommitMade[]>;
}

/**
 * The past of a folder; nothing where git is not there, or the folder in no repository.
 *
 * @throws GitFailed where git refuses
 */
export type SnapshotsOf = (folder: Address) => Promise<Snapshots | undefined>;
