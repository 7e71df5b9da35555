import { commands, l10n, window, workspace, type Uri } from 'vscode';
import type { Git } from '../actions/ports/git';
import { replaceOffered } from '../actions/replaceOffered';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { conflictsIn } from '../core/frontMatter/conflict';
import { answered, leftOpen, resolutionOf } from '../core/merge/resolve/resolution';
import { replacing } from '../core/textEdit';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { sentenceOf } from '../words/sentence';
import { askAboutMerge, dealWith } from './askAboutMerge';
import type { Changes } from './changes';
import { fileMeant } from './fileMeant';
import type { MergeEditor } from './mergeEditor';

/**
 * Goes through what two people have changed differently in one deal, a question at a time, and writes it at the end: one
 * change, and one undo. What nobody has to decide is merged without a question.
 */
export async function resolveConflict(
  pipelines: Pipelines,
  changes: Changes,
  git: Pick<Git, 'unmergedIn'>,
  mergeEditor: MergeEditor,
  args: readonly unknown[],
): Promise<void> {
  const meant = await fileMeant(pipelines, args);
  if (!meant) return;
  const { uri, folder, path } = meant;
  const reading = await changes.workspace.files.read(toAddress(uri));
  if ('problem' in reading) return void window.showWarningMessage(withoutLinks(sentenceOf(reading.problem)));
  const { text } = reading;
  const { process } = folder.pipeline;
  const isAskable = uri.scheme === 'file' && workspace.isTrusted;
  const kept = isAskable ? await git.unmergedIn(toAddress(folder.uri), path) : undefined;
  const resolution = resolutionOf(text, kept, process.fields);
  if (!resolution) return tellWhyNot(text, uri);
  const deal = dealWith(resolution, path, process, () => 'ours');
  const title = withoutIcons(plainText(deal?.title ?? path, 60));
  const asking = { file: uri, title, path, process, today: pipelines.today, by: kept?.by, mayWait: true };
  const done = await askAboutMerge(resolution, asking);
  if (!done) return;
  const result = answered(resolution, done.answers);
  const left = conflictsIn(result).length;
  await changes.make([uri], {
    act: (space, files) => replaceOffered(space, files, { title, text, edits: replacing(text, result) }),
    wordsOf: () => (left ? l10n.t('conflict resolved in part') : l10n.t('conflict resolved')),
    sentence: (who, words) => l10n.t('{0}: {1}', who, words),
  });
  if (done.inMergeEditor) await mergeEditor.open(uri, leftOpen(resolution, done.answers), resolution.labels);
  else if (!left && kept) await offerToStage(uri);
}

/** Where there is nothing to ask, the fixes may still know a way. */
async function tellWhyNot(text: string, uri: Uri): Promise<void> {
  if (conflictsIn(text).length) await commands.executeCommand(COMMANDS.fix, uri);
  else void window.showInformationMessage(l10n.t('This deal is in no conflict.'));
}

/** Git goes on only when the file is staged. */
async function offerToStage(uri: Uri): Promise<void> {
  const stage = l10n.t('Save and Stage');
  const message = l10n.t('Nothing in this deal is in conflict any more. Git goes on when it’s staged.');
  if ((await window.showInformationMessage(message, stage)) !== stage) return;
  await workspace.textDocuments.find(one => one.uri.toString() === uri.toString())?.save();
  await commands.executeCommand('git.stage', uri);
}
