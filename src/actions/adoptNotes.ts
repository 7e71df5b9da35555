import { addAdoption } from '../core/adopt/addFields';
import { proposeAdoption, type Adoption } from '../core/adopt/adoption';
import { parseFrontMatter, type Data } from '../core/frontMatter/parse';
import { misplacedFrontMatter } from '../core/frontMatter/misplaced';
import { refuse, type Refusal } from '../core/refusal';
import { addressIn, type Address } from './address';
import { changeProcess } from './changeProcess';
import type { Unit } from './result';
import { say } from './say';
import type { Workspace } from './workspace';

/** A folder of notes that is a pipeline now, by what its process file says of their keys. No note was changed. */
export interface Adopted {
  readonly ok: true;
  readonly adoption: Adoption;
  /** Notes, by their paths, that have their fields as lines of the notes: these are not read. */
  readonly inline: readonly string[];
  /** None where the process file says all of it already. */
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** The stage as a line of the notes, where no key of a front matter has one. */
const INLINE_KEYS = ['stage', 'deal_stage', 'deal-stage', 'sales_stage', 'phase'];

/**
 * Makes a folder of notes with keys of its own a pipeline: tells its process file under which keys the notes have the standard
 * fields, and what they call the stages. The notes stay as they are.
 *
 * @throws the system's error where the folder cannot be listed
 */
export async function adoptNotes({ files, homes }: Workspace, folder: Address): Promise<Adopted | Refusal> {
  const home = await homes.homeOf(addressIn(folder, '_'));
  // Keys of the notes here would be those of all deals of the pipeline around it.
  if (home && home.folder !== folder) return refuse(say('adoptInside'));
  const read: { readonly path: string; readonly text: string; readonly data: Data | undefined }[] = [];
  for (const listed of await files.list(folder)) {
    const reading = 'problem' in listed ? listed : await files.read(addressIn(folder, listed.path));
    if (!('text' in reading)) continue;
    const parsed = parseFrontMatter(reading.text);
    const data = parsed.kind === 'found' ? parsed.data : undefined;
    read.push({ path: listed.path, text: reading.text, data });
  }
  read.sort((a, b) => (a.path < b.path ? -1 : 1));
  const adoption = proposeAdoption(
    read.flatMap(({ data }) => (data ? [data] : [])),
    home?.process,
  );
  const keys = adoption ? [adoption.stageKey] : INLINE_KEYS;
  const inline = read.flatMap(({ path, text, data }) => {
    if (data && adoption && Object.hasOwn(data, adoption.stageKey)) return [];
    return keys.some(key => misplacedFrontMatter(text, 0, key)?.where === 'inline') ? [path] : [];
  });
  if (!adoption) return refuse(say('nothingToAdopt', { inline: inline.length }));
  const { fields, aliases } = adoption;
  const isKnown =
    aliases.length === 0 && [...fields].every(([field, key]) => home?.process.fields.get(field) === key);
  if (isKnown) return { ok: true, adoption, inline, units: [], folders: [folder] };
  const changed = await changeProcess(files, folder, text => addAdoption(text, adoption));
  if ('problem' in changed) return { ok: false, problem: changed.problem };
  return { ok: true, adoption, inline, units: changed.units, folders: [folder] };
}
