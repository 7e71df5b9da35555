import { workspace, type Uri } from 'vscode';
import type { Unread } from '../../actions/ports/files';
import { decode } from '../decode';
import { whyUnreadable } from '../whyUnreadable';

/** The text of a file as it was saved, with its bytes, through the editor's file system. */
export async function readBytes(
  uri: Uri,
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | Unread> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return { bytes, ...decode(bytes) };
  } catch (cause) {
    return { problem: whyUnreadable(cause) };
  }
}
