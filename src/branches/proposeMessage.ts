import { l10n, window, type Memento } from 'vscode';
import type { PipelineFolder } from '../files/pipelineFolder';
import { messageText } from '../words/commit/message';
import { deedsOfFolders, messageOf, type MessageSources } from './deedsOfFolder';
import type { CommittingRepository } from './gitExtension';

/** The messages that were proposed, by the roots of their repositories: a person's own is never written over. */
const PROPOSED = 'committing.proposed';

/**
 * Writes what the staged deals did, or where nothing is staged all that have changed, into the box for a commit's message.
 *
 * @param folders the pipelines in the repository
 * @throws GitFailed
 */
export async function proposeMessage(
  { rootUri, inputBox, state }: CommittingRepository,
  folders: readonly PipelineFolder[],
  sources: MessageSources,
  memento: Memento,
): Promise<void> {
  const root = rootUri.toString();
  const proposed = memento.get<Readonly<Record<string, string>>>(PROPOSED, {});
  if (inputBox.value.trim() && inputBox.value !== proposed[root])
    return void window.showInformationMessage(
      l10n.t('There is a commit message of yours already, so it was left as it is.'),
    );
  const staged = await deedsOfFolders(folders, sources, 'staged');
  if (!staged.length && state.indexChanges.length)
    return void window.showInformationMessage(l10n.t('Nothing of a pipeline is among what is staged.'));
  const all = staged.length ? staged : await deedsOfFolders(folders, sources, 'now');
  if (!all.length)
    return void window.showInformationMessage(l10n.t('No deal has changed since the last commit.'));
  const text = messageText(messageOf(all));
  inputBox.value = text;
  await memento.update(PROPOSED, { ...proposed, [root]: text });
}
