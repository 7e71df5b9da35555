import { commands, Uri, type Disposable } from 'vscode';
import { dealOf } from '../core/deal/entry';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { CONTEXT } from '../ids';

/**
 * Tells the menus of files which folders have deals in them. A menu knows the path of its file and nothing of what is in it, and
 * a list of all deals would be too long to be sent with each change.
 */
export function tellDealFolders(pipelines: Pipelines): Disposable {
  const disposables = new Disposables();
  const known = new Set<string>();
  const tell = () => void commands.executeCommand('setContext', CONTEXT.dealFolders, [...known]);
  disposables.add(
    pipelines.onDidChange(({ folder, paths }) => {
      const before = known.size;
      for (const path of paths) {
        const uri = folder.uriOf(path);
        if (dealOf(folder.entryAt(uri))) known.add(folderPath(uri));
      }
      if (known.size !== before) tell();
    }),
  );
  disposables.add(
    pipelines.onDidChangeFolders(() => {
      known.clear();
      for (const { uri } of pipelines.deals()) known.add(folderPath(uri));
      tell();
    }),
  );
  return disposables;
}

/** As `resourceDirname` has it. */
function folderPath(file: Uri): string {
  const folder = Uri.joinPath(file, '..');
  return folder.scheme === 'file' ? folder.fsPath : folder.path;
}
