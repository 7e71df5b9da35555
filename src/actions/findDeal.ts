import { dealOf, isNote, type Entry, type NoteEntry } from '../core/deal/entry';
import type { Pipeline } from '../core/pipeline/pipeline';
import { addressIn, type Address } from './address';

/** A file of a pipeline that somebody may mean. */
export interface NamedFile {
  readonly file: Address;
  readonly folder: Address;
  readonly entry: Exclude<Entry, NoteEntry>;
}

/** A pipeline with the folder that it is in. */
export interface OpenPipeline {
  readonly folder: Address;
  readonly pipeline: Pipeline;
}

/**
 * All files that somebody may mean by a name: those with this path, or this at its end; else the deals with this title. One
 * is meant, several are to be told apart, of none there is nothing.
 */
export function filesNamed(name: string, pipelines: Iterable<OpenPipeline>): NamedFile[] {
  const all = [...pipelines].flatMap(({ folder, pipeline }) =>
    [...pipeline.all()].flatMap((entry): NamedFile[] =>
      isNote(entry) ? [] : [{ file: addressIn(folder, entry.path), folder, entry }],
    ),
  );
  const ofFile = all.filter(({ file }) => file === name || file.endsWith(`/${name}`));
  if (ofFile.length) return ofFile;
  const isTitle = (text: string) => text.toLowerCase() === name.toLowerCase();
  return all.filter(({ entry }) => {
    const deal = dealOf(entry);
    return deal !== undefined && isTitle(deal.title);
  });
}
