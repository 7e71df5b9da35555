import { workspace, type Uri } from 'vscode';
import type { Problem } from '../core/problem';
import { decode } from './decode';
import { whyUnreadable } from './whyUnreadable';

/**
 * What stands in a file now: in the editor where that has unsaved changes, else on disk, since the editor may still show
 * what was there a moment ago.
 */
export async function textNow(uri: Uri): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const key = uri.toString();
  const unsaved = workspace.textDocuments.find(one => one.isDirty && one.uri.toString() === key);
  if (unsaved) return { text: unsaved.getText() };
  try {
    return decode(await workspace.fs.readFile(uri));
  } catch (cause) {
    return { problem: whyUnreadable(cause) };
  }
}
