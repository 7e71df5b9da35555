import { readFileSync } from 'node:fs';
import { commands, l10n, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { Disposables } from '../disposables';
import { pickFolder } from '../files/editor/pickFolder';
import type { Pipelines } from '../files/pipelines';
import type { GitSurroundings } from '../git/environment';
import type { DriverParts } from '../git/mergeDriver/setUp';
import { COMMANDS } from '../ids';
import { askHowToMerge } from './askHowToMerge';
import { mendOrOffer } from './offer';

/** Looks once at how each pipeline is merged; a command shows that and changes it. */
export function registerMerging(
  context: Pick<ExtensionContext, 'extensionUri' | 'globalState'>,
  pipelines: Pipelines,
  surroundings: GitSurroundings,
): Disposable {
  const disposables = new Disposables();
  const parts: DriverParts = {
    // Read only for a clone that is set up, or is to be: every start of a window looks at all pipelines.
    get program() {
      return readFileSync(Uri.joinPath(context.extensionUri, 'dist', 'merge.js').fsPath, 'utf8');
    },
    editor: process.execPath,
  };
  const seen = new Set<string>();
  const lookAll = () => {
    if (!workspace.isTrusted) return;
    for (const { uri } of pipelines.folders) {
      if (uri.scheme !== 'file' || seen.has(uri.toString())) continue;
      seen.add(uri.toString());
      void look(uri);
    }
  };
  const look = async ({ fsPath }: Uri) => {
    try {
      await mendOrOffer(fsPath, context.globalState, surroundings, parts);
    } catch {
      // Nobody has asked for it: where git is not there or refuses, all stays as it is.
    }
  };
  disposables.add(pipelines.onDidChangeFolders(lookAll));
  disposables.add(workspace.onDidGrantWorkspaceTrust(lookAll));
  disposables.add(
    commands.registerCommand(COMMANDS.setUpMerging, async () => {
      const local = pipelines.folders.filter(({ uri }) => uri.scheme === 'file');
      if (!local.length)
        void window.showInformationMessage(l10n.t('There is no pipeline on this computer’s disk.'));
      const folder = await pickFolder(local, l10n.t('Set Up Merging with Git'));
      if (folder) await askHowToMerge(folder.uri.fsPath, surroundings, parts);
    }),
  );
  lookAll();
  return disposables;
}
