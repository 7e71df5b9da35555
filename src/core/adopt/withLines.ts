import type { Data } from '../frontMatter/parse';
import type { Process } from '../process/process';
import { proposeAdoption, type Adoption } from './adoption';
import { readInline, type InlineNote } from './inlineNote';

/** A note of a folder: its text, and what its front matter says. */
export interface NoteRead {
  readonly path: string;
  readonly text: string;
  readonly data: Data | undefined;
}

/** How notes are to be read, and those that say something in their lines. */
export interface ReadAs {
  /** None where no key means a stage. */
  readonly adoption: Adoption | undefined;
  readonly inNotes: readonly { readonly path: string; readonly inline: InlineNote }[];
}

/**
 * Proposes how to read notes, some of which have fields as lines of their text.
 *
 * @param movesLines these lines move into front matter, so that what they say counts
 */
export function proposeWithLines(notes: readonly NoteRead[], process: Process, movesLines: boolean): ReadAs {
  const own = proposeAdoption(frontMatters(notes), process);
  const found = movesLines ? withLines(notes, process, own) : own;
  const named = { ...process, fields: found?.fields ?? process.fields };
  const inNotes = notes.flatMap(({ path, text }) => {
    const inline = readInline(text, named);
    return inline ? [{ path, inline }] : [];
  });
  if (!found || !movesLines) return { adoption: found, inNotes };
  const said = new Map(inNotes.map(({ path, inline }) => [path, inline.data]));
  const moved = notes.flatMap(({ path, data }) => both(data, said.get(path)));
  return { adoption: proposeAdoption(moved, named), inNotes };
}

/**
 * The keys for fields, of which those count that front matters have, since these stay as they are; then those that lines have, which
 * are written anew. Where no stage of front matters is one that is known, lines have the word if no fewer notes have their stage there.
 */
function withLines(
  notes: readonly NoteRead[],
  process: Process,
  own: Adoption | undefined,
): Adoption | undefined {
  if (!own || saysNoStage(own)) {
    const written = notes.flatMap(({ text, data }) => both(data, readInline(text, process)?.written));
    const found = proposeAdoption(written, process);
    if (!own || (found && found.deals >= own.deals)) return found;
  }
  const { stageKey, fields } = own;
  const named = { ...process, fields };
  const all = notes.flatMap(({ text, data }) => {
    const inline = readInline(text, named);
    const stage = inline?.data[stageKey];
    return both(data, inline && { ...inline.written, ...(stage !== undefined && { [stageKey]: stage }) });
  });
  return proposeAdoption(all, named);
}

/** Whether what stands in the place of the stage may be anything: “alpha” is a phase, too. Outcomes are those of deals. */
function saysNoStage({ leftStages, deals }: Adoption): boolean {
  const unknown = leftStages.filter(({ isOutcome }) => !isOutcome);
  return unknown.reduce((sum, { notes }) => sum + notes, 0) === deals;
}

function frontMatters(notes: readonly NoteRead[]): Data[] {
  return notes.flatMap(({ data }) => (data ? [data] : []));
}

function both(data: Data | undefined, inline: Data | undefined): Data[] {
  return data || inline ? [{ ...inline, ...data }] : [];
}
