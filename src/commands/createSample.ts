import { commands, FileType, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { reasonOf } from '../core/problem';
import type { CalendarDate } from '../core/calendar';
import { sampleHistory } from '../core/sample/history';
import { refreshSample } from '../core/sample/refresh';
import { plainText, withoutLinks } from '../core/escape';
import { exists } from '../files/exists';
import { namedFolder } from '../files/findPipelines';
import type { Pipelines } from '../files/pipelines';
import type { RecordHistory } from '../git/recordHistory';
import { VIEWS } from '../ids';

/** Where in an extension the sample is shipped. */
const SAMPLE = ['media', 'sample-pipeline', 'deals'];

/**
 * Writes the sample pipeline into the workspace, with its dates moved to today; without a workspace, into a folder
 * that the person chooses. Never writes into a folder that is there already. With git, it gets the history of its ten months,
 * unless it would lie in a repository of the person's.
 */
export async function createSample(
  extension: Uri,
  pipelines: Pipelines,
  record: RecordHistory,
): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri ?? (await chooseFolder());
  if (!root) return;
  const target = await freeFolder(root, namedFolder(root));
  const { today } = pipelines;
  const create = async () => {
    const files = await readFiles(Uri.joinPath(extension, ...SAMPLE));
    await write(target, files, today);
    const isOurs = target.scheme === 'file' && workspace.isTrusted;
    return isOurs && (await record(target.fsPath, sampleHistory(files, today)));
  };
  const creating = {
    location: ProgressLocation.Notification,
    title: l10n.t('Creating the sample pipeline…'),
  };
  let hasHistory: boolean;
  try {
    hasHistory = await window.withProgress(creating, create);
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
  const place = plainText(workspace.asRelativePath(target));
  const message = hasHistory
    ? l10n.t(
        'The sample pipeline is in “{0}”, a git repository with ten months of history. Delete the folder when you’re done.',
        place,
      )
    : l10n.t('The sample pipeline is in “{0}”. Delete the folder when you’re done.', place);
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

/** The files below a folder, by their paths there. */
async function readFiles(folder: Uri, prefix = ''): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory) {
      for (const [path, text] of await readFiles(uri, `${prefix}${name}/`)) files.set(path, text);
    } else {
      files.set(prefix + name, new TextDecoder().decode(await workspace.fs.readFile(uri)));
    }
  }
  return files;
}

async function write(target: Uri, files: ReadonlyMap<string, string>, today: CalendarDate): Promise<void> {
  await workspace.fs.createDirectory(target);
  for (const [path, text] of files)
    await workspace.fs.writeFile(
      Uri.joinPath(target, path),
      new TextEncoder().encode(refreshSample(text, today)),
    );
}
