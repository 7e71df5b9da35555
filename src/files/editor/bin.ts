import { workspace, type Uri } from 'vscode';
import { reasonOf } from '../../core/problem';

/** Moves a file to the bin of the system. Answers with the reason where that can't be done, as where there is no bin. */
export async function moveToBin(uri: Uri): Promise<string | undefined> {
  try {
    await workspace.fs.delete(uri, { useTrash: true });
    return undefined;
  } catch (cause) {
    return reasonOf(cause);
  }
}
