import { addAdoption } from '../core/adopt/addFields';
import { proposeAdoption, type Adoption } from '../core/adopt/adoption';
import { parseFrontMatter, type Data } from '../core/frontMatter/parse';
import { misplacedFrontMatter } from '../core/frontMatter/misplaced';
import { refuse, type Refusal } from '../core/refusal';
import { withFrontMatterMoved } from '../core/deal/fixes/nearFixes';
import { PROCESS_FILE, readProcess } from '../core/process/processFile';
import { applyEdits } from '../core/textEdit';
import { addressIn, type Address } from './address';
import { changeProcess } from './changeProcess';
import { changedEffects } from './effects';
import type { Files } from './ports/files';
import type { Unit } from './result';
import { say } from './say';
import type { Workspace } from './workspace';

/** A folder of notes that is a pipeline now, by what its process file says of their keys. No note was changed. */
export interface Adopted {
  readonly ok: true;
  readonly adoption: Adoption;
  /** Notes, by their paths, that have their fields as lines of the notes: these are not read. */
  readonly inline: readonly string[];
  /** Notes whose lines were moved into their front matter. */
  readonly moved: readonly string[];
  /** None where the process file says all of it already. */
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** The stage as a line of the notes, where no key of a front matter has one. */
const INLINE_KEYS = ['stage', 'deal_stage', 'deal-stage', 'sales_stage', 'phase'];

/** A note, by what its front matter says, and what its lines say where its stage stands in them. */
interface NoteRead {
  readonly path: string;
  readonly text: string;
  readonly data: Data | undefined;
  readonly inLines: Data | undefined;
}

/**
 * Makes a folder of notes with keys of its own a pipeline: tells its process file under which keys the notes have the standard
 * fields, and what they call the stages. The notes stay as they are.
 *
 * @param writesInline the person wants fields that stand as lines of the notes in their front matter
 * @throws the system's error where the folder cannot be listed
 */
export async function adoptNotes(
  { files, homes }: Workspace,
  folder: Address,
  writesInline = false,
): Promise<Adopted | Refusal> {
  const home = await homes.homeOf(addressIn(folder, '_'));
  // Keys of the notes here would be those of all deals of the pipeline around it.
  if (home && home.folder !== folder) return refuse(say('adoptInside'));
  const read = await notesIn(files, folder);
  const adoption = proposeAdoption(
    read.flatMap(({ data, inLines }) => {
      const all = writesInline && inLines ? { ...data, ...inLines } : data;
      return all ? [all] : [];
    }),
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
  const changed = isKnown
    ? { units: [] }
    : await changeProcess(files, folder, text => addAdoption(text, adoption));
  if ('problem' in changed) return { ok: false, problem: changed.problem };
  const moved = writesInline ? await moveInline(files, folder, inline) : { units: [], paths: [] };
  return {
    ok: true,
    adoption,
    inline: inline.filter(path => !moved.paths.includes(path)),
    moved: moved.paths,
    units: [...changed.units, ...moved.units],
    folders: [folder],
  };
}

async function notesIn(files: Files, folder: Address): Promise<readonly NoteRead[]> {
  const read: NoteRead[] = [];
  for (const listed of await files.list(folder)) {
    const reading = 'problem' in listed ? listed : await files.read(addressIn(folder, listed.path));
    if (!('text' in reading)) continue;
    const { text } = reading;
    const parsed = parseFrontMatter(text);
    const data = parsed.kind === 'found' ? parsed.data : undefined;
    read.push({ path: listed.path, text, data, inLines: inLinesOf(text) });
  }
  return read.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What lines of a note say, one of which is a stage. */
function inLinesOf(text: string): Data | undefined {
  for (const key of INLINE_KEYS) {
    const misplaced = misplacedFrontMatter(text, 0, key);
    if (misplaced?.where !== 'inline') continue;
    const parsed = parseFrontMatter(`---\n${misplaced.yaml}---\n`);
    return parsed.kind === 'found' ? parsed.data : {};
  }
  return undefined;
}

/** Moves fields that stand as lines of notes into front matter, by the process file as it is then. */
async function moveInline(
  files: Files,
  folder: Address,
  paths: readonly string[],
): Promise<{ readonly units: readonly Unit[]; readonly paths: readonly string[] }> {
  const rules = addressIn(folder, PROCESS_FILE);
  const written = (await files.exists(rules)) ? await files.read(rules) : { text: '' };
  const { process } = readProcess('text' in written ? written.text : '');
  const byFile = new Map(paths.map(path => [addressIn(folder, path), path]));
  const updated = await files.update([...byFile.keys()], text => {
    const edits = withFrontMatterMoved(text, process);
    return edits
      ? { ok: true, edited: { edits, text: applyEdits(text, edits) } }
      : refuse(say('inlineNotMoved'));
  });
  return {
    units: changedEffects(updated.written).map(effect => [effect]),
    paths: updated.written.map(({ file }) => byFile.get(file)!),
  };
}
