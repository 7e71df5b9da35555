import { workspace, type Disposable, type Uri } from 'vscode';
import { PROCESS_FILE } from '../core/process/processFile';
import { Disposables } from '../disposables';
import { Timer } from '../timer';
import { namedFolder } from './findPipelines';

/** A branch switch may touch hundreds of files: it is one reason to look, not hundreds. */
const BURST_MS = 60;

/**
 * Asks to look for pipelines whenever one may have come or gone.
 *
 * @param folders those of the pipelines that are known
 */
export function watchForPipelines(folders: () => readonly Uri[], look: () => void): Disposable {
  const disposables = new Disposables();
  const lookAgain = disposables.add(new Timer(BURST_MS, look));
  const processFiles = disposables.add(
    workspace.createFileSystemWatcher(`**/${PROCESS_FILE}`, false, true, false),
  );
  disposables.add(processFiles.onDidCreate(() => lookAgain.start()));
  disposables.add(processFiles.onDidDelete(() => lookAgain.start()));
  // Of a folder that comes or goes as a whole, nobody is told which files are in it.
  const all = disposables.add(workspace.createFileSystemWatcher('**', false, true, false));
  disposables.add(
    all.onDidCreate(uri => {
      if (mayHoldPipeline(uri)) lookAgain.start();
    }),
  );
  disposables.add(
    all.onDidDelete(uri => {
      if (folders().some(folder => isWithin(uri, folder))) lookAgain.start();
    }),
  );
  return disposables;
}

/** Whether what has come may be a pipeline, or have one in it: a folder of the workspace, or the one that the setting names. */
function mayHoldPipeline(uri: Uri): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri: root }) => {
    if (!isWithin(root, uri)) return false;
    const isTop = !uri.path.slice(root.path.replace(/\/$/, '').length + 1).includes('/');
    const named = namedFolder(root);
    return isTop || (named !== undefined && isWithin(uri, named));
  });
}

/** Whether a file is a folder, or below it. */
function isWithin(folder: Uri, { scheme, path }: Uri): boolean {
  const around = folder.path.replace(/\/$/, '');
  return scheme === folder.scheme && (path === around || path.startsWith(`${around}/`));
}
