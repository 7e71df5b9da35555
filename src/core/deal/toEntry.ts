import { sidesOf, type Side } from '../frontMatter/conflict';
import type { Problem } from '../problem';
import type { Process } from '../process/process';
import type { AttentionEntry, ConflictSide, Entry, UnreadEntry } from './entry';
import { attention, readDeal } from './readDeal';

/** A file by its path in the pipeline: its text, or why it has none. */
export type FileText = { readonly path: string } & (
  { readonly text: string } | { readonly problem: Problem }
);

/** What the index keeps of a file. Never throws. */
export function toEntry(file: FileText, process: Process): Entry {
  if ('problem' in file) return attention(file.path, file.problem);
  const entry = readDeal(file.path, file.text, process);
  return entry.kind === 'attention' ? withSides(entry, file.text, process) : entry;
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
