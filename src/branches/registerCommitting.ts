import { commands, l10n, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { whyGitFailed } from '../actions/whyGitFailed';
import { withoutIcons, withoutLinks } from '../core/escape';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { pickFolder } from '../files/editor/pickFolder';
import type { Travel } from '../files/editor/travel/travel';
import { wholeFirst } from '../files/editor/wholeFirst';
import { COMMANDS } from '../ids';
import { sentence } from '../words/sentence';
import { commitDeals } from './commitDeals';
import type { MessageSources } from './deedsOfFolder';
import { gitExtension, type CommittingRepository } from './gitExtension';
import { MessageEditor } from './messageEditor';
import { proposeMessage } from './proposeMessage';
import { overlap } from './within';

/** Commits that say what deals did. Nothing is done here unless it is asked for. */
export function registerCommitting(
  context: Pick<ExtensionContext, 'workspaceState'>,
  pipelines: Pipelines,
  sources: MessageSources,
  travel: Travel,
): Disposable {
  const disposables = new Disposables();
  const editor = disposables.add(new MessageEditor());
  const add = (command: string, act: (folders: readonly PipelineFolder[], from: unknown) => Promise<void>) =>
    disposables.add(
      commands.registerCommand(command, async (from?: unknown) => {
        const folders = pipelines.folders.filter(({ uri }) => uri.scheme === 'file');
        try {
          if (!workspace.isTrusted) tell(l10n.t('Git is not run in a workspace that you have not trusted.'));
          else if (folders.length) await act(folders, from);
          else tell(l10n.t('There is no pipeline on this computer’s disk.'));
        } catch (cause) {
          void window.showWarningMessage(withoutLinks(withoutIcons(sentence(whyGitFailed(cause)))));
        }
      }),
    );
  add(COMMANDS.proposeMessage, async (folders, from) => {
    const repositories = await repositoriesOf(folders, from);
    if (!repositories.length) tell(l10n.t('VS Code shows no git repository with a pipeline in it.'));
    for (const repository of repositories) {
      const within = folders.filter(({ uri }) => overlap(repository.rootUri, uri));
      if (!(await wholeFirst(pipelines, within))) return;
      await proposeMessage(repository, within, sources, context.workspaceState);
    }
  });
  add(COMMANDS.commitDeals, async folders => {
    if (travel.refuses() || (await editor.commitInFront())) return;
    const folder = await pickFolder(folders, l10n.t('Commit Deals'));
    if (folder && (await wholeFirst(pipelines, [folder]))) await commitDeals(folder, sources, editor);
  });
  return disposables;
}

/** @param from what the button in Source Control hands over: its repository */
async function repositoriesOf(
  folders: readonly PipelineFolder[],
  from: unknown,
): Promise<readonly CommittingRepository[]> {
  const git = await gitExtension();
  const all = git?.enabled ? (git.getAPI(1).repositories as readonly CommittingRepository[]) : [];
  const root =
    typeof from === 'object' && from && 'rootUri' in from && from.rootUri instanceof Uri
      ? from.rootUri.toString()
      : undefined;
  return all.filter(
    ({ rootUri }) =>
      (root === undefined || rootUri.toString() === root) && folders.some(({ uri }) => overlap(rootUri, uri)),
  );
}

function tell(text: string): void {
  void window.showInformationMessage(text);
}
