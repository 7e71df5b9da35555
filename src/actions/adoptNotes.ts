import { addAdoption } from '../core/adopt/addFields';
import { endedElsewhere, stageElsewhere, type Adoption } from '../core/adopt/adoption';
import { readInline } from '../core/adopt/inlineNote';
import { unclearIn, type UnclearValue } from '../core/adopt/unclear';
import { proposeWithLines, type NoteRead } from '../core/adopt/withLines';
import { parseFrontMatter } from '../core/frontMatter/parse';
import { placeholderIn } from '../core/deal/near/unfilled';
import { error, type Problem } from '../core/problem';
import { refuse, type Refusal } from '../core/refusal';
import { DEFAULT_PROCESS, type Process } from '../core/process/process';
import { readProcess } from '../core/process/processFile';
import { applyEdits } from '../core/textEdit';
import { addressIn, pathBelow, type Address } from './address';
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
  /** Notes, by their paths, that have fields as lines of the notes, or in sentences: these are not read. */
  readonly inline: readonly string[];
  /** Those of them in which nothing is left that can be moved for the person. */
  readonly byHand: readonly string[];
  /** Notes that have their stage under another key of their front matter: these are no deals then. */
  readonly elsewhere: readonly { readonly path: string; readonly key: string }[];
  /** Deals that may be won or lost by a key that isn’t read: these count as open. */
  readonly ended: readonly { readonly path: string; readonly key: string; readonly value: string }[];
  /** What deals have behind keys that count, and that can’t be read as it’s written. */
  readonly unclear: readonly UnclearValue[];
  /** Notes that can’t be read, and why: whether they are deals isn’t known. */
  readonly unread: readonly NoteUnread[];
  /** Notes whose lines were moved into their front matter. */
  readonly moved: readonly string[];
  /** None where the process file says all of it already. */
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** A note that can’t be read. */
export interface NoteUnread {
  readonly path: string;
  readonly problem: Problem;
}

/** Why nothing is adopted; and the notes of the folder that can’t be read. */
export interface NotAdopted extends Refusal {
  readonly unread: readonly NoteUnread[];
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
): Promise<Adopted | NotAdopted> {
  const home = await homes.homeOf(addressIn(folder, '_'));
  // Keys of the notes here would be those of all deals of the pipeline around it.
  if (home && home.folder !== folder) return { ...refuse(say('adoptInside')), unread: [] };
  const process = home?.process ?? DEFAULT_PROCESS;
  const { read, closed } = await notesIn(files, folder);
  const templates = templatesIn(read);
  const isTemplate = new Set(templates.map(({ path }) => path));
  const notes = read.filter(({ path }) => !isTemplate.has(path));
  const { adoption, inNotes } = proposeWithLines(notes, process, writesInline);
  const broken = brokenIn(notes, adoption?.fields ?? process.fields);
  const unread = [...closed, ...broken, ...templates].sort(byPath);
  if (!adoption) {
    const isMovable = !writesInline && proposeWithLines(notes, process, true).adoption !== undefined;
    return { ...refuse(say('nothingToAdopt', { notes: inNotes.length, isMovable })), unread };
  }
  const { fields, aliases } = adoption;
  const isKnown =
    aliases.length === 0 && [...fields].every(([field, key]) => home?.process.fields.get(field) === key);
  const changed = isKnown
    ? { units: [] }
    : await changeProcess(files, folder, text => addAdoption(text, adoption));
  if ('problem' in changed) return { ok: false, problem: changed.problem, unread };
  const movable = inNotes.filter(({ inline }) => inline.edits.length).map(({ path }) => path);
  const moved = writesInline
    ? await moveInline(files, folder, movable, { ...process, fields })
    : { units: [], paths: [] };
  const movedTexts = new Map(
    moved.units.flatMap(unit => unit.map(({ file, after }) => [pathBelow(folder, file), after])),
  );
  const left = inNotes.filter(({ path, inline }) => inline.staysInSentences || !moved.paths.includes(path));
  const after = changed.units[0]?.[0]?.after;
  const readBy = after === undefined ? process : readProcess(after).process;
  const asThen = notes.map(({ path, text }) => ({ path, text: movedTexts.get(path) ?? text }));
  const pathsOf = (notes: typeof inNotes) => notes.map(({ path }) => path);
  return {
    ok: true,
    adoption,
    inline: pathsOf(left),
    byHand: pathsOf(left.filter(({ inline }) => writesInline || !inline.edits.length)),
    elsewhere: notes.flatMap(({ path, data }) => {
      const key = data && stageElsewhere(data, adoption.stageKey, process);
      return key === undefined ? [] : [{ path, key }];
    }),
    ended: notes.flatMap(({ path, data }) => {
      const said = data && endedElsewhere(data, adoption);
      return said ? [{ path, ...said }] : [];
    }),
    unclear: unclearIn(asThen, readBy),
    unread,
    moved: moved.paths,
    units: [...changed.units, ...moved.units],
    folders: [folder],
  };
}

/** The notes of a folder, and the files of which there is no text to be had. */
async function notesIn(
  files: Files,
  folder: Address,
): Promise<{ readonly read: readonly NoteRead[]; readonly closed: readonly NoteUnread[] }> {
  const read: NoteRead[] = [];
  const closed: NoteUnread[] = [];
  for (const listed of await files.list(folder)) {
    const reading = 'problem' in listed ? listed : await files.read(addressIn(folder, listed.path));
    if (!('text' in reading)) {
      closed.push({ path: listed.path, problem: reading.problem });
      continue;
    }
    const { text } = reading;
    const parsed = parseFrontMatter(text);
    read.push({ path: listed.path, text, data: parsed.kind === 'found' ? parsed.data : undefined });
  }
  return { read: read.sort(byPath), closed };
}

/** Notes in which a template leaves a value to come: as deals they would count with it. */
function templatesIn(notes: readonly NoteRead[]): readonly NoteUnread[] {
  return notes.flatMap(({ path, text }) => {
    const found = placeholderIn(text);
    if (!found) return [];
    const says = say('templateToAdopt', { placeholder: found.placeholder });
    return [{ path, problem: error('invalid-text', says, { line: found.line }) }];
  });
}

/** Notes whose front matter can’t be read, by the keys that count. */
function brokenIn(notes: readonly NoteRead[], fields: Process['fields']): readonly NoteUnread[] {
  return notes.flatMap(({ path, text, data }) => {
    const parsed = data ? undefined : parseFrontMatter(text, fields);
    return parsed?.kind === 'refused' ? [{ path, problem: parsed.problem }] : [];
  });
}

function byPath({ path: a }: { readonly path: string }, { path: b }: { readonly path: string }): number {
  return a < b ? -1 : 1;
}

/** Moves fields that stand as lines of notes into front matter, by the names that the process file has then. */
async function moveInline(
  files: Files,
  folder: Address,
  paths: readonly string[],
  process: Process,
): Promise<{ readonly units: readonly Unit[]; readonly paths: readonly string[] }> {
  const byFile = new Map(paths.map(path => [addressIn(folder, path), path]));
  const updated = await files.update([...byFile.keys()], text => {
    const edits = readInline(text, process)?.edits ?? [];
    return edits.length
      ? { ok: true, edited: { edits, text: applyEdits(text, edits) } }
      : refuse(say('inlineNotMoved'));
  });
  return {
    units: changedEffects(updated.written).map(effect => [effect]),
    paths: updated.written.map(({ file }) => byFile.get(file)!),
  };
}
