import {
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { PipelineFolder } from '../pipelineFolder';

/** The document of a file in which something is not saved, if there is one. */
export function unsavedDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find(one => one.isDirty && one.uri.toString() === key);
}

/** The files of a pipeline in which something is not saved, by their paths in it. */
export function unsavedIn(folder: Pick<PipelineFolder, 'pathOf'>): ReadonlySet<string> {
  const unsaved = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Set(unsaved.flatMap(({ uri }) => folder.pathOf(uri) ?? []));
}

/** Whether somebody sees a file in an editor, or has changes in it that are not saved. */
export function isShown(uri: Uri): boolean {
  const key = uri.toString();
  return (
    unsavedDocument(uri) !== undefined ||
    window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => urisIn(input).includes(key)))
  );
}

function urisIn(input: unknown): string[] {
  if (input instanceof TabInputText || input instanceof TabInputCustom) return [input.uri.toString()];
  if (input instanceof TabInputTextDiff) return [input.original.toString(), input.modified.toString()];
  return [];
}
