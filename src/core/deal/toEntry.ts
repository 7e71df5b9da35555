import { sidesOf, type Side } from '../frontMatter/conflict';
import type { Problem } from '../problem';
import type { Process } from '../process/process';
import { match, type AttentionEntry, type ConflictSide, type Entry, type UnreadEntry } from './entry';
import type { GitFacts } from './gitFacts';
import { attention, readDeal } from './readDeal';
import { withGit } from './withGit';

/** A file by its path in the pipeline: its text, or why it has none. */
export type FileText = { readonly path: string } & (
  { readonly text: string } | { readonly problem: Problem }
);

/**
 * What the index keeps of a file. Never throws.
 *
 * @param inGit what git knows of it
 */
export function toEntry(file: FileText, process: Process, inGit?: GitFacts): Entry {
  if ('problem' in file) return attention(file.path, file.problem);
  return match<Entry>(readDeal(file.path, file.text, process), {
    deal: entry => withGit(entry, inGit),
    attention: entry => withSides(entry, file.text, process),
    conflict: entry => entry,
    note: entry => entry,
  });
}

/** What cannot be read because of a conflict has two sides, each of which may be a deal. */
function withSides(entry: AttentionEntry, text: string, process: Process): UnreadEntry {
  const sides = sidesOf(text);
  if (!sides) return entry;
  const read = (side: Side): ConflictSide => ({
    label: side.label,
    entry: readDeal(entry.path, side.text, process),
  });
  const { ours, theirs, base } = sides;
  return {
    ...entry,
    kind: 'conflict',
    sides: { ours: read(ours), theirs: read(theirs), ...(base && { base: read(base) }) },
  };
}
