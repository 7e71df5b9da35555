import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { plainText, withoutIcons } from '../core/escape';
import { unsavedDocument } from '../files/editor/shown';
import type { PipelineFolder } from '../files/pipelineFolder';
import { commitFiles, toBeCommitted } from '../git/commitFiles';
import { messageText } from '../words/commit/message';
import { deedsOfFolders, messageOf, type MessageSources } from './deedsOfFolder';

/**
 * Commits what has changed of a pipeline, and nothing else, with a message that the person sees first.
 *
 * @throws GitFailed where git or a hook refuses
 */
export async function commitDeals(folder: PipelineFolder, sources: MessageSources): Promise<void> {
  const { surroundings } = sources;
  const { fsPath } = folder.uri;
  if (!(await areSaved(folder))) return;
  const changes = await toBeCommitted(fsPath, surroundings);
  if (!changes) return void window.showInformationMessage(l10n.t('This pipeline is in no git repository.'));
  if (changes.isUnderWay)
    return void window.showWarningMessage(
      l10n.t('A merge or a rebase is under way. Finish it first, then commit deals.'),
    );
  const [all] = await deedsOfFolders([folder], sources, 'now');
  if (!changes.paths.length || !all)
    return void window.showInformationMessage(l10n.t('No deal has changed since the last commit.'));
  const { subject, body } = messageOf([all]);
  const count = changes.paths.length;
  const typed = await window.showInputBox({
    title: l10n.t('Commit Deals'),
    value: subject,
    prompt:
      count === 1
        ? l10n.t('Commits {0}.', plainText(changes.paths[0]!))
        : l10n.t('Commits {0} files of the pipeline. What else is staged stays so.', count),
    validateInput: text => (text.trim() ? undefined : l10n.t('A commit needs a message.')),
    ignoreFocusOut: true,
  });
  if (typed === undefined) return;
  const message = messageText({ subject: typed.trim(), body });
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Committing deals…') };
  await window.withProgress(progress, () => commitFiles(fsPath, surroundings, changes, message));
  window.setStatusBarMessage(withoutIcons(l10n.t('Committed: {0}', plainText(typed))), 5000);
}

/** Saves what is not saved, if the person wants that; else what is on disk is meant. */
async function areSaved(folder: PipelineFolder): Promise<boolean> {
  const documents = [...folder.pipeline.paths].flatMap(path => unsavedDocument(folder.uriOf(path)) ?? []);
  if (!documents.length) return true;
  const save = l10n.t('Save and Commit');
  const text =
    documents.length === 1
      ? l10n.t('“{0}” is not saved.', workspace.asRelativePath(documents[0]!.uri))
      : l10n.t('{0} files of the pipeline are not saved.', documents.length);
  if ((await window.showWarningMessage(text, { modal: true }, save)) !== save) return false;
  for (const document of documents) if (!(await document.save())) return false;
  return true;
}
