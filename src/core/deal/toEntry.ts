import type { Problem } from '../problem';
import type { Process } from '../process/process';
import type { Entry } from './entry';
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
  return withGit(readDeal(file.path, file.text, process), inGit);
}
