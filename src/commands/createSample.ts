import { commands, FileType, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { reasonOf } from '../core/problem';
import { refreshSample } from '../core/sample';
import { plainText, withoutLinks } from '../core/escape';
import { exists } from '../files/exists';
import { namedFolder } from '../files/findPipelines';
import type { Pipelines } from '../files/pipelines';
import { VIEWS } from '../ids';

/** Where in an extension the sample is shipped. */
const SAMPLE = ['media', 'sample-pipeline', 'deals'];

/**
 * Writes the sample pipeline into the workspace, with its dates moved to today; without a workspace, into a folder
 * that the person chooses. Never writes into a folder that is there already.
 */
export async function createSample(extension: Uri, pipelines: Pipelines): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri ?? (await chooseFolder());
  if (!root) return;
  const target = await freeFolder(root, namedFolder(root));
  const copying = { location: ProgressLocation.Notification, title: l10n.t('Creating the sample pipeline…') };
  try {
    await window.withProgress(copying, () => copy(Uri.joinPath(extension, ...SAMPLE), target, pipelines));
  } catch (cause) {
    const reason = plainText(reasonOf(cause), 300);
    const message = l10n.t('Couldn’t create the sample pipeline: {0}', reason);
    void window.showErrorMessage(withoutLinks(message));
    return;
  }
  if (!workspace.workspaceFolders) {
    await commands.executeCommand('vscode.openFolder', root);
    return;
  }
  await pipelines.find();
  await commands.executeCommand(`${VIEWS.pipeline}.focus`);
  const message = l10n.t(
    'The sample pipeline is in “{0}”. Delete the folder when you’re done.',
    plainText(workspace.asRelativePath(target)),
  );
  void window.showInformationMessage(withoutLinks(message));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: l10n.t('Create Sample Here'),
    title: l10n.t('Folder for the Sample Pipeline'),
  });
  return chosen?.[0];
}

async function freeFolder(root: Uri, named: Uri | undefined): Promise<Uri> {
  for (const uri of [named ?? Uri.joinPath(root, 'deals'), Uri.joinPath(root, 'sample-deals')]) {
    if (!(await exists(uri))) return uri;
  }
  for (let number = 2; ; number++) {
    const uri = Uri.joinPath(root, `sample-deals-${number}`);
    if (!(await exists(uri))) return uri;
  }
}

async function copy(from: Uri, to: Uri, pipelines: Pipelines): Promise<void> {
  await workspace.fs.createDirectory(to);
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    const source = Uri.joinPath(from, name);
    const target = Uri.joinPath(to, name);
    if (type === FileType.Directory) {
      await copy(source, target, pipelines);
    } else {
      const text = new TextDecoder().decode(await workspace.fs.readFile(source));
      await workspace.fs.writeFile(target, new TextEncoder().encode(refreshSample(text, pipelines.today)));
    }
  }
}
