import type { PastCommit } from '../../core/deal/past/commits';
import type { FileState } from '../../core/deal/past/fileState';

/** What was read of a repository up to a commit. */
export interface CommitLog {
  readonly head: string;
  /** The folders and files, from the top of the repository, of which the commits tell; all where there are none. */
  readonly paths: readonly string[];
  /** Each behind its parents; the last one is the head. */
  readonly commits: readonly PastCommit[];
  /** What the contents with an id say; nothing where that is no deal. */
  readonly states: ReadonlyMap<string, FileState | undefined>;
}

/** Of what is kept: with another one it is read anew. */
const VERSION = 3;

/** A line for each commit and each of the contents, so that it can be written and read a little at a time. */
export function* writeLog({ head, paths, commits, states }: CommitLog): Generator<string, void> {
  yield JSON.stringify({ version: VERSION, head, paths, commits: commits.length, states: states.size });
  for (const commit of commits) yield JSON.stringify(commit);
  for (const [id, state] of states) yield JSON.stringify([id, state ?? null]);
}

/** Nothing where the text is no log, or not a whole one. */
export function* readLog(text: string): Generator<undefined, CommitLog | undefined> {
  try {
    const lines = text.split('\n');
    const { version, head, paths, ...count } = JSON.parse(lines[0]!) as CommitLog & {
      readonly version: number;
    };
    const counted = count as unknown as { readonly commits: number; readonly states: number };
    if (version !== VERSION || lines.length !== 1 + counted.commits + counted.states) return undefined;
    const commits: PastCommit[] = [];
    const states = new Map<string, FileState | undefined>();
    for (const line of lines.slice(1)) {
      const read: unknown = JSON.parse(line);
      if (Array.isArray(read)) states.set(...(read as [string, FileState]));
      else commits.push(read as PastCommit);
      yield;
    }
    return { head, paths, commits, states };
  } catch {
    return undefined;
  }
}
