import { say } from '../../core/intake/say';
import type { Problem } from '../../core/problem';
import type { Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import { replacing } from '../../core/textEdit';
import type { Address } from '../address';
import { changedEffects } from '../effects';
import { MadeFolders } from '../madeFolders';
import type { Files } from '../ports/files';
import type { Unit } from '../result';

/** Where a pipeline keeps what imports have to know of each other. */
export const IMPORT_FOLDER = '_import';

/** What was written of what imports keep. */
export interface WrittenToKeep {
  readonly units: readonly Unit[];
  /** Why it couldn't be written. */
  readonly problem?: Problem;
}

/** What was kept in several files, and what is said where one of them couldn't be written: that of the first is enough. */
export class KeptFiles {
  readonly units: Unit[] = [];
  notKept: Says | undefined;

  add({ units, problem }: WrittenToKeep): void {
    this.units.push(...units);
    if (problem) this.notKept ??= say('notKept', { folder: IMPORT_FOLDER, why: problem.says });
  }
}

/**
 * Writes a file of what imports keep: a new one, or what is there with more. What can't be written or read stays as it is.
 *
 * @param begun the text of a new one
 * @param more the text of one that is there, with what comes in
 */
export async function writeKept(
  files: Files,
  file: Address,
  begun: string,
  more: (text: string) => { readonly ok: true; readonly text: string } | Refusal,
): Promise<WrittenToKeep> {
  if (!(await files.exists(file))) {
    const around = await new MadeFolders(files).around(file);
    const problem = await files.create(file, begun);
    return problem
      ? { units: [], problem }
      : { units: [[{ kind: 'created', file, after: begun, ...around }]] };
  }
  const { written, refused } = await files.update([file], text => {
    const after = more(text);
    if (!after.ok) return after;
    return { ok: true, edited: { edits: replacing(text, after.text), text: after.text } };
  });
  const [why] = refused;
  return {
    units: changedEffects(written).map(effect => [effect]),
    ...(why && { problem: why.problem }),
  };
}
