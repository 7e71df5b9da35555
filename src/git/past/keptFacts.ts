import type { GitFacts, KnownFromGit } from '../../core/deal/gitFacts';
import { STATE_FIELDS, type FileState } from '../../core/deal/past/fileState';

export interface KeptFacts {
  readonly head: string;
  readonly known: KnownFromGit;
}

/** Of what is kept: with another one it is found out anew. */
const VERSION = 3;

/** A line for each file, so that it can be written and read a little at a time. */
export function* writeFacts({ head, known }: KeptFacts): Generator<string, void> {
  yield JSON.stringify({ version: VERSION, head, files: known.size });
  // What a file does not say any longer is not the same as what it goes on saying.
  const written = (_: string, value: unknown) => (value === undefined ? null : value);
  for (const file of known) yield JSON.stringify(file, written);
}

/**
 * Nothing where the text holds no facts, or not all of them.
 *
 * @param isWanted by its path, whether anybody asks about a file: what is known of the others takes as long to read, and is left
 */
export function* readFacts(
  text: string,
  isWanted?: (path: string) => boolean,
): Generator<undefined, KeptFacts | undefined> {
  try {
    const lines = text.split('\n');
    const { version, head, files } = JSON.parse(lines[0]!) as {
      version: number;
      head: string;
      files: number;
    };
    if (version !== VERSION || lines.length !== 1 + files) return undefined;
    const known = new Map<string, GitFacts>();
    for (const line of lines.slice(1)) {
      if (isWanted && !isWanted(pathIn(line))) continue;
      const [path, facts] = JSON.parse(line) as [string, GitFacts];
      for (const state of [facts.first.state, ...facts.changes.map(({ set }) => set)]) restore(state);
      known.set(path, facts);
      yield;
    }
    return { head, known };
  } catch {
    return undefined;
  }
}

/** That of the file that a line is about: a quote within it would have a backslash before it. */
function pathIn(line: string): string {
  const [, path] = /^\[("(?:[^"\\]|\\.)*"),/.exec(line) ?? [];
  return JSON.parse(path!) as string;
}

function restore(state: Partial<FileState>): void {
  const fields: Partial<Record<keyof FileState, unknown>> = state;
  for (const field of STATE_FIELDS) if (fields[field] === null) fields[field] = undefined;
}
