import { l10n, Uri, window, workspace } from 'vscode';
import type { Files } from '../actions/ports/files';
import { plainText, withoutLinks } from '../core/escape';
import { reasonOf } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';
import { folderFor } from './newDeal';

/** Where in an extension the file is shipped that is written. */
const TEMPLATE = ['media', 'process', 'template.yaml'];

/** Writes a process file with all seven stages into a pipeline, and opens it; the one that is there is only opened. */
export async function createProcess(
  extension: Uri,
  pipelines: Pipelines,
  files: Files,
  args: readonly unknown[],
): Promise<void> {
  const folder = await folderFor(pipelines, args, l10n.t('Create a process file for which pipeline?'));
  if (!folder) return;
  const uri = folder.uriOf(PROCESS_FILE);
  try {
    const isThere = await files.exists(toAddress(uri));
    if (!isThere) {
      const misnamed = folder.processProblems.find(({ code }) => code === 'misnamed-process-file');
      if (misnamed) throw new Error(sentenceOf(misnamed));
      const template = await workspace.fs.readFile(Uri.joinPath(extension, ...TEMPLATE));
      const problem = await files.create(toAddress(uri), new TextDecoder().decode(template));
      if (problem) throw new Error(sentenceOf(problem));
    }
    await window.showTextDocument(uri, { preview: false });
    const name = plainText(folder.name, 80);
    const message = isThere
      ? l10n.t('“{0}” already has a process file. Here it is.', name)
      : l10n.t(
          '“{0}” now uses this process. New with it: each stage has exit criteria, and a move shows those that are open. Edit it freely; changes apply immediately.',
          name,
        );
    void window.showInformationMessage(withoutLinks(message));
  } catch (cause) {
    const reason = plainText(reasonOf(cause), 300);
    void window.showWarningMessage(withoutLinks(l10n.t('Couldn’t write {0}: {1}', PROCESS_FILE, reason)));
  }
}
