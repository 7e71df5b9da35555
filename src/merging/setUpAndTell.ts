import { relative } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import { plainText, withoutIcons } from '../core/escape';
import type { GitSurroundings } from '../git/environment';
import { setUp, type DriverParts } from '../git/mergeDriver/setUp';
import { tellFailure } from './tellFailure';

/** Sets up a pipeline, and says what there is left to do. */
export async function setUpAndTell(
  folder: string,
  surroundings: GitSurroundings,
  parts: DriverParts,
): Promise<void> {
  try {
    const done = await setUp(folder, surroundings, parts);
    if (!done) return void window.showInformationMessage(l10n.t('This pipeline is in no git repository.'));
    if (done.overruledBy)
      return void window.showWarningMessage(
        l10n.t(
          'Deals are still merged by “{0}”: another line of attributes has more weight.',
          withoutIcons(done.overruledBy),
        ),
      );
    const { attributes, otherwise } = done;
    if (otherwise)
      void window.showWarningMessage(
        l10n.t(
          '{0} is still merged otherwise: another line of attributes has more weight.',
          withoutIcons(plainText(otherwise.file)),
        ),
      );
    if (!attributes)
      return void window.showInformationMessage(l10n.t('Git merges deals field by field in this clone now.'));
    const name = withoutIcons(workspace.asRelativePath(attributes));
    const open = l10n.t('Open {0}', relative(folder, attributes));
    const told = l10n.t(
      'Git merges deals field by field in this clone now. Commit {0}, so that it holds for your team.',
      name,
    );
    if ((await window.showInformationMessage(told, open)) === open)
      await window.showTextDocument(Uri.file(attributes));
  } catch (cause) {
    tellFailure(cause);
  }
}
