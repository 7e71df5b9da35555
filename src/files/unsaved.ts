import { workspace, type TextDocument, type Uri } from 'vscode';
import type { FileText } from '../core/deal/toEntry';
import type { ReadFile } from './fileAccess';

/** A folder whose files have paths below it. */
export interface PathsBelow {
  /** The path of a file in it; none of one elsewhere. */
  pathOf(uri: Uri): string | undefined;
}

/** By their paths; those of other folders have none. */
export type Unsaved = ReadonlyMap<string | undefined, TextDocument>;

/** The documents in which something is not saved, by their paths. */
export function unsavedIn(folder: PathsBelow): Unsaved {
  const unsaved = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Map(unsaved.map(document => [folder.pathOf(document.uri), document]));
}

/**
 * What is not saved yet counts, not what it will replace, even where that is gone; unless the editor cannot show the
 * file right.
 */
export function asInEditor(file: ReadFile, unsaved: Unsaved): ReadFile | FileText {
  if ('problem' in file) return file;
  const document = unsaved.get(file.path);
  return document ? { path: file.path, text: document.getText() } : file;
}
