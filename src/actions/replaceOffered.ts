import { sayFile } from '../core/fileSays';
import { error } from '../core/problem';
import type { TextEdit } from '../core/textEdit';
import { applyEdits } from '../core/textEdit';
import type { Address } from './address';
import { editDeals } from './changeDeals';
import type { Result } from './result';
import type { Workspace } from './workspace';

/** Edits as a person has chosen them, in the text that they saw then. */
export interface ChosenEdits {
  readonly title: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Makes the edits that a person has chosen. A file that says something else by now is left, and told. */
export function replaceOffered(
  workspace: Workspace,
  files: readonly Address[],
  { title, text: offered, edits }: ChosenEdits,
): Promise<Result> {
  return editDeals(workspace, files, ({ text }) =>
    text === offered
      ? { ok: true, title, warnings: [], edited: { ok: true, edits, text: applyEdits(text, edits) } }
      : { ok: false, problem: error('changed-meanwhile', sayFile('changedMeanwhile')) },
  );
}
