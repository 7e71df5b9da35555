import { commands, type Disposable, type Uri } from 'vscode';
import { dealOf } from '../core/deal/entry';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { CONTEXT } from '../ids';

/** Tells the menus of files which deals are in conflict. There are never many. */
export function tellDealsInConflict(pipelines: Pipelines): Disposable {
  const disposables = new Disposables();
  let told: readonly string[] = [];
  const tell = () => {
    const inConflict = pipelines.folders.flatMap(folder =>
      [...folder.pipeline.deals()].filter(({ conflict }) => conflict).map(({ path }) => folder.uriOf(path)),
    );
    const paths = inConflict.map(pathOf).sort();
    if (String(paths) === String(told)) return;
    told = paths;
    void commands.executeCommand('setContext', CONTEXT.inConflict, paths);
  };
  disposables.add(
    pipelines.onDidChange(({ folder, paths }) => {
      const isAbout = [...paths].some(path => {
        const uri = folder.uriOf(path);
        return dealOf(folder.entryAt(uri))?.conflict !== undefined || told.includes(pathOf(uri));
      });
      if (isAbout) tell();
    }),
  );
  disposables.add(pipelines.onDidChangeFolders(tell));
  return disposables;
}

/** As `resourcePath` has it. */
function pathOf(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
