import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { plainText, withoutIcons } from '../core/escape';
import { unsavedDocument } from '../files/editor/shown';
import type { PipelineFolder } from '../files/pipelineFolder';
import { commitFiles, toBeCommitted, type ToBeCommitted } from '../git/commitFiles';
import { messageText } from '../words/commit/message';
import { deedsOfFolders, messageOf, type MessageSources } from './deedsOfFolder';
import type { MessageEditor } from './messageEditor';

/**
 * Commits what has changed of a pipeline, and nothing else, with a message that the person sees first: in a box where it has one
 * line, else in an editor.
 *
 * @throws GitFailed where git or a hook refuses
 */
export async function commitDeals(
  folder: PipelineFolder,
  sources: MessageSources,
  editor: Pick<MessageEditor, 'show'>,
): Promise<void> {
  const changes = await committable(folder, sources);
  if (!changes) return;
  const [all] = await deedsOfFolders([folder], sources, 'now');
  if (!all) return nothingChanged();
  const proposed = messageOf([all]);
  const { subject, body } = proposed;
  if (body.length) {
    const notes = [
      l10n.t('Commit Deals… (the button above) commits these files with the text above.'),
      l10n.t('Close it without saving if you want no commit.'),
      ...changes.paths.map(path => plainText(path)),
    ];
    return editor.show(messageText(proposed), notes, message => commitNow(folder, sources, message));
  }
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
  await commitFilesOf(folder, sources, changes, typed.trim());
}

/** The same once the message is written, as files may have changed meanwhile; whether it has. */
async function commitNow(folder: PipelineFolder, sources: MessageSources, message: string): Promise<boolean> {
  const changes = await committable(folder, sources);
  if (changes) await commitFilesOf(folder, sources, changes, message);
  return changes !== undefined;
}

/** What can be committed now; nothing where that has been told the person. */
async function committable(
  folder: PipelineFolder,
  { surroundings }: MessageSources,
): Promise<ToBeCommitted | undefined> {
  if (!(await areSaved(folder))) return undefined;
  const changes = await toBeCommitted(folder.uri.fsPath, surroundings);
  if (!changes) void window.showInformationMessage(l10n.t('This pipeline is in no git repository.'));
  else if (changes.isUnderWay)
    void window.showWarningMessage(
      l10n.t('A merge or a rebase is under way. Finish it first, then commit deals.'),
    );
  else if (changes.paths.length) return changes;
  else nothingChanged();
  return undefined;
}

function nothingChanged(): void {
  void window.showInformationMessage(l10n.t('No deal has changed since the last commit.'));
}

async function commitFilesOf(
  { uri }: PipelineFolder,
  { surroundings }: MessageSources,
  changes: ToBeCommitted,
  message: string,
): Promise<void> {
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Committing deals…') };
  await window.withProgress(progress, () => commitFiles(uri.fsPath, surroundings, changes, message));
  const [subject = ''] = message.split('\n', 1);
  window.setStatusBarMessage(withoutIcons(l10n.t('Committed: {0}', plainText(subject))), 5000);
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
