import { commands, l10n, window, type Uri } from 'vscode';
import { nameOf } from '../actions/address';
import { replaceOffered } from '../actions/replaceOffered';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import { answered, resolutionBetween } from '../core/merge/resolve/resolution';
import { replacing } from '../core/textEdit';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { PRIVATE_COMMANDS } from '../ids';
import { sentenceOf } from '../words/sentence';
import { askAboutMerge, dealWith } from './askAboutMerge';
import type { Changes } from './changes';
import { fileMeant } from './fileMeant';

/**
 * Merges a copy of a deal into the file that it is a copy of: what only one of them has is there in the end, and what both say
 * differently is asked. Nobody knows what they come from, so that nothing counts as removed. The copy stays until the person
 * says otherwise.
 */
export async function mergeCopy(
  pipelines: Pipelines,
  changes: Changes,
  copy: Uri,
  original: Uri,
): Promise<void> {
  const meant = await fileMeant(pipelines, [original]);
  if (!meant) return;
  const { folder, path } = meant;
  const { files } = changes.workspace;
  const [ours, theirs] = [await files.read(toAddress(original)), await files.read(toAddress(copy))];
  for (const reading of [ours, theirs])
    if ('problem' in reading)
      return void window.showWarningMessage(withoutLinks(sentenceOf(reading.problem)));
  if ('problem' in ours || 'problem' in theirs) return;
  const { process } = folder.pipeline;
  const [name, copyName] = [nameOf(toAddress(original)), nameOf(toAddress(copy))];
  const versions = { base: '', ours: ours.text, theirs: theirs.text };
  const resolution = resolutionBetween(versions, { ours: name, theirs: copyName }, process.fields);
  if (!resolution)
    return void window.showInformationMessage(
      l10n.t('One of the two files can’t be read as a deal. Fix it first.'),
    );
  const title = withoutIcons(plainText(dealWith(resolution, path, process, () => 'ours')?.title ?? path, 60));
  const done = await askAboutMerge(resolution, {
    ...{ file: original, title, path, process, today: pipelines.today },
    mayWait: false,
  });
  if (!done) return;
  const edits = replacing(ours.text, answered(resolution, done.answers));
  if (edits.length)
    await changes.make([original], {
      act: (space, addresses) => replaceOffered(space, addresses, { title, text: ours.text, edits }),
      wordsOf: () => l10n.t('has what its copy has'),
      sentence: (who, words) => l10n.t('{0} {1}', who, words),
    });
  const remove = l10n.t('Move the Copy to the Bin');
  const message = l10n.t('“{0}” has all that you wanted of its copy “{1}”.', name, copyName);
  if ((await window.showInformationMessage(withoutLinks(message), remove)) === remove)
    await commands.executeCommand(PRIVATE_COMMANDS.removeCopy, copy);
}
