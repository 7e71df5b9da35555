import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { plainText, withoutLinks } from '../core/escape';
import { reasonOf } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { exists } from '../files/exists';
import type { Pipelines } from '../files/pipelines';
import { folderFor } from './newDeal';

/** Where in an extension the file is shipped that is written. */
const TEMPLATE = ['media', 'process', 'template.yaml'];

/** Writes a process file with all seven stages into a pipeline, and opens it; the one that is there is only opened. */
export async function createProcess(
  extension: Uri,
  pipelines: Pipelines,
  args: readonly unknown[],
): Promise<void> {
  const folder = await folderFor(pipelines, args, l10n.t('Create a process file for which pipeline?'));
  if (!folder) return;
  const uri = folder.uriOf(PROCESS_FILE);
  try {
    const isThere = await exists(uri);
    if (!isThere) {
      const edit = new WorkspaceEdit();
      const contents = await workspace.fs.readFile(Uri.joinPath(extension, ...TEMPLATE));
      edit.createFile(uri, { overwrite: false, contents });
      if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('the editor refused the change'));
      await folder.update([PROCESS_FILE]);
    }
    await window.showTextDocument(uri, { preview: false });
    const name = plainText(folder.name, 80);
    const message = isThere
      ? l10n.t('“{0}” already has a process file. Here it is.', name)
      : l10n.t('“{0}” now uses this process. Edit it freely; changes apply immediately.', name);
    void window.showInformationMessage(withoutLinks(message));
  } catch (cause) {
    const reason = plainText(reasonOf(cause), 300);
    void window.showWarningMessage(withoutLinks(l10n.t('Couldn’t write {0}: {1}', PROCESS_FILE, reason)));
  }
}
