import { l10n, workspace, type Uri } from 'vscode';
import { error, reasonOf, type Problem } from '../../core/problem';
import { decode } from '../decode';

/** The text of a file as it was saved, with its bytes, through the editor's file system. */
export async function readBytes(
  uri: Uri,
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | { readonly problem: Problem }> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return { bytes, ...decode(bytes) };
  } catch (cause) {
    return { problem: error('unreadable', l10n.t('Couldn’t read this file: {0}', reasonOf(cause))) };
  }
}
