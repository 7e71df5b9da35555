import type { LineRuns } from '../lineRuns';
import type { Problem } from '../problem';
import type { Deal } from './deal';

/** What the pipeline knows of one of its files. */
export type Entry = DealEntry | AttentionEntry | NoteEntry;

export interface DealEntry {
  readonly kind: 'deal';
  readonly path: string;
  readonly deal: Deal;
  readonly problems: readonly Problem[];
  /** At which place of the file's list each event of the history stands, where that is not its own. */
  readonly historyAt?: readonly number[];
  /** The lines of the file in which its activities stand, the newest first, counted from 1. */
  readonly loggedAt?: LineRuns;
}

/** A file that may be a deal and cannot be read as one. */
export interface AttentionEntry {
  readonly kind: 'attention';
  readonly path: string;
  readonly title: string;
  readonly problem: Problem;
  /** What else is wrong with it, where something is. */
  readonly others?: readonly Problem[];
}

/** A Markdown file without a stage. */
export interface NoteEntry {
  readonly kind: 'note';
  readonly path: string;
}

/** What is to be done with each kind of entry. */
export interface ByKind<Result> {
  readonly deal: (entry: DealEntry) => Result;
  readonly attention: (entry: AttentionEntry) => Result;
  readonly note: (entry: NoteEntry) => Result;
}

/** The one way to tell the kinds of entries apart: whoever adds one is told by the compiler what does not know it. */
export function match<Result>(entry: Entry, on: ByKind<Result>): Result {
  switch (entry.kind) {
    case 'deal':
      return on.deal(entry);
    case 'attention':
      return on.attention(entry);
    case 'note':
      return on.note(entry);
  }
}

const nothing = () => undefined;

// Made once: they are asked for each of many thousand files.
const AS_DEAL: ByKind<DealEntry | undefined> = {
  deal: entry => entry,
  attention: nothing,
  note: nothing,
};

const AS_UNREAD: ByKind<AttentionEntry | undefined> = {
  deal: nothing,
  attention: entry => entry,
  note: nothing,
};

const TO_BE_SETTLED: ByKind<Problem | undefined> = {
  deal: ({ deal, problems }) => (deal.conflict ? problems[0] : undefined),
  attention: ({ problem }) => problem,
  note: nothing,
};

const TITLE: ByKind<string> = {
  deal: ({ deal }) => deal.title,
  attention: ({ title }) => title,
  note: ({ path }) => path,
};

const IS_NOTE: ByKind<boolean> = {
  deal: () => false,
  attention: () => false,
  note: () => true,
};

/** The deal of a file that could be read as one. */
export function dealOf(entry: Entry | undefined): Deal | undefined {
  return entry && match(entry, AS_DEAL)?.deal;
}

/** Whether a file could be read as a deal. */
export function isDeal(entry: Entry): entry is DealEntry {
  return match(entry, AS_DEAL) !== undefined;
}

/** Whether a file may be a deal and people have to look at it before it counts as one. */
export function needsAttention(entry: Entry): entry is AttentionEntry {
  return match(entry, AS_UNREAD) !== undefined;
}

/** What keeps all else from being written in a file until people have settled it: why it cannot be read, or its conflict. */
export function toBeSettled(entry: Entry): Problem | undefined {
  return match(entry, TO_BE_SETTLED);
}

/** Whether a file is no deal, and was not meant to be one. */
export function isNote(entry: Entry): entry is NoteEntry {
  return match(entry, IS_NOTE);
}

/** What people know a file by; of a note that is its path. */
export function titleOf(entry: Entry): string {
  return match(entry, TITLE);
}
