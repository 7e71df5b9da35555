import type { Problem } from '../problem';
import type { Deal } from './deal';

/** What the pipeline knows of one of its files. */
export type Entry = WholeEntry | ConflictEntry;

/** What is known of a text that is taken as it stands. */
export type WholeEntry = DealEntry | AttentionEntry | NoteEntry;

/** What people have to look at before it counts as a deal. */
export type UnreadEntry = AttentionEntry | ConflictEntry;

export interface DealEntry {
  readonly kind: 'deal';
  readonly path: string;
  readonly deal: Deal;
  readonly problems: readonly Problem[];
  /** At which place of the file's list each event of the history stands, where that is not its own. */
  readonly historyAt?: readonly number[];
  /** The lines of the file in which its activities stand, the newest first, counted from 1. */
  readonly loggedAt?: readonly number[];
}

/** A file that may be a deal and cannot be read as one. */
export interface AttentionEntry extends Unread {
  readonly kind: 'attention';
}

/** A file that git could not merge, with what it would be if one side were kept in each place. */
export interface ConflictEntry extends Unread {
  readonly kind: 'conflict';
  readonly sides: {
    readonly ours: ConflictSide;
    readonly theirs: ConflictSide;
    /** What both come from, where git has written that down too. */
    readonly base?: ConflictSide;
  };
}

/** A Markdown file without a stage. */
export interface NoteEntry {
  readonly kind: 'note';
  readonly path: string;
}

export interface ConflictSide {
  /** What git calls it, mostly a branch; `undefined` where it does not say. */
  readonly label: string | undefined;
  readonly entry: WholeEntry;
}

interface Unread {
  readonly path: string;
  readonly title: string;
  readonly problem: Problem;
  /** What else is wrong with it, where something is. */
  readonly others?: readonly Problem[];
}

/** What is to be done with each kind of entry. */
export interface ByKind<Result> {
  readonly deal: (entry: DealEntry) => Result;
  readonly attention: (entry: AttentionEntry) => Result;
  readonly conflict: (entry: ConflictEntry) => Result;
  readonly note: (entry: NoteEntry) => Result;
}

/** The one way to tell the kinds of entries apart: whoever adds one is told by the compiler what does not know it. */
export function match<Result>(entry: Entry, on: ByKind<Result>): Result {
  switch (entry.kind) {
    case 'deal':
      return on.deal(entry);
    case 'attention':
      return on.attention(entry);
    case 'conflict':
      return on.conflict(entry);
    case 'note':
      return on.note(entry);
  }
}

const nothing = () => undefined;

// Made once: they are asked for each of many thousand files.
const AS_DEAL: ByKind<DealEntry | undefined> = {
  deal: entry => entry,
  attention: nothing,
  conflict: nothing,
  note: nothing,
};

const AS_UNREAD: ByKind<UnreadEntry | undefined> = {
  deal: nothing,
  attention: entry => entry,
  conflict: entry => entry,
  note: nothing,
};

const TITLE: ByKind<string> = {
  deal: ({ deal }) => deal.title,
  attention: ({ title }) => title,
  conflict: ({ title }) => title,
  note: ({ path }) => path,
};

const IS_NOTE: ByKind<boolean> = {
  deal: () => false,
  attention: () => false,
  conflict: () => false,
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
export function needsAttention(entry: Entry): entry is UnreadEntry {
  return match(entry, AS_UNREAD) !== undefined;
}

/** Whether a file is no deal, and was not meant to be one. */
export function isNote(entry: Entry): entry is NoteEntry {
  return match(entry, IS_NOTE);
}

/** What people know a file by; of a note that is its path. */
export function titleOf(entry: Entry): string {
  return match(entry, TITLE);
}
