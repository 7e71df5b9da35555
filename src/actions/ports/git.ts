import type { CalendarDate } from '../../core/calendar';
import type { KnownFromGit } from '../../core/deal/gitFacts';
import type { HistoryGap } from '../../core/deal/historyGap';
import type { LeftUnmerged } from '../../core/deal/problems/unmerged';
import type { KnownPerson } from '../../core/deal/whoIAm';
import type { Process } from '../../core/process/process';
import type { UnmergedTexts } from '../../core/merge/resolve/resolution';
import type { Address } from '../address';

/**
 * What git knows of a pipeline. Only asked, never told: nothing is fetched, locked or run for it. A hook's index counts for
 * the repository that the hook belongs to, and for no other.
 */
export interface Git {
  /**
   * What git knows of the deals below a folder; `undefined` where it knows nothing of the folder. Never throws.
   *
   * @param process by which the deals' files are read, those of the past too
   * @param isWanted by its path, whether it's asked about a file: of others it may answer nothing
   */
  factsOf(
    folder: Address,
    process: Process,
    isWanted?: (path: string) => boolean,
  ): Promise<FromGit | undefined>;
  /**
   * The files below a folder, by their paths there, that are others than in a revision: on disk, in the index, or not known
   * to git at all.
   *
   * @throws GitFailed
   */
  changedFiles(folder: Address, revision?: string): Promise<ReadonlySet<string>>;
  /**
   * The files below a folder whose next commit would be another one.
   *
   * @throws GitFailed
   */
  stagedFiles(folder: Address): Promise<ReadonlySet<string>>;
  /**
   * The files below a folder, by their paths there, that are others than in a commit, where a merge, a rebase or a
   * pull has moved HEAD last; none after a commit, a reset or a checkout.
   *
   * @throws GitFailed
   */
  mergedSince(folder: Address, commit: string): Promise<ReadonlySet<string>>;
  /**
   * A file’s text at a commit; `undefined` if the commit doesn’t have it or git can’t say. Never throws.
   *
   * @param path below the folder
   */
  contentAt(folder: Address, commit: string, path: string): Promise<Uint8Array | undefined>;
  /**
   * Those of the files below a folder that are wanted, as they would be committed.
   *
   * @throws GitFailed
   */
  staged(folder: Address, isWanted: (path: string) => boolean): Promise<Staged>;
  /**
   * The files below a folder that a merge under way has left to people, by their paths there.
   *
   * @throws GitFailed
   */
  unmergedFiles(folder: Address): Promise<ReadonlyMap<string, LeftToPeople>>;
  /**
   * What git keeps of a file that it could not merge; nothing where it has merged it, or can't tell. Never throws.
   *
   * @param path below the folder
   */
  unmergedIn(folder: Address, path: string): Promise<Unmerged | undefined>;
  /** Whom git has commit in a folder, as far as it is set. Never throws. */
  committerIn(folder: Address): Promise<Pick<KnownPerson, 'name' | 'email'>>;
}

/** A file that a merge under way has left to people. */
export interface LeftToPeople {
  readonly how: LeftUnmerged;
  /** Of the contents of its sides: another one where a rebase has stopped at the same file anew. */
  readonly id: string;
}

/** A file that git could not merge, and who has changed it on each side. */
export interface Unmerged extends UnmergedTexts {
  readonly by: { readonly ours: LastCommit | undefined; readonly theirs: LastCommit | undefined };
}

/** The last commit that has changed a file on one side. */
export interface LastCommit {
  readonly author: string;
  readonly on: CalendarDate;
}

/** By their paths below the folder. */
export interface Staged {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Of these, git keeps only where they lead. */
  readonly links: ReadonlySet<string>;
}

export interface FromGit {
  /** None where git could not tell. */
  readonly known: KnownFromGit | undefined;
  /** Why there may have been more than is known. */
  readonly gap: HistoryGap | undefined;
}

export type GitFailure =
  | { readonly kind: 'notInstalled' }
  | { readonly kind: 'tookTooLong'; readonly seconds: number }
  | { readonly kind: 'noSuchRevision'; readonly revision: string }
  /** A partial clone leaves contents on the server. */
  | { readonly kind: 'notDownloaded' }
  /** What git should have is not there, or not whole. */
  | { readonly kind: 'broken'; readonly object: string }
  | { readonly kind: 'refused'; readonly inItsWords: string };

/** Git could not answer. */
export class GitFailed extends Error {
  constructor(readonly failure: GitFailure) {
    super(failure.kind);
  }
}
