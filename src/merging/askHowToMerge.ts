import { l10n, window, type QuickPickItem } from 'vscode';
import type { GitSurroundings } from '../git/environment';
import { DRIVER } from '../git/mergeDriver/driverLine';
import type { DriverParts } from '../git/mergeDriver/setUp';
import { mergeState, type MergeState } from '../git/mergeDriver/state';
import { takeAway } from '../git/mergeDriver/takeAway';
import { setUpAndTell } from './setUpAndTell';
import { tellFailure } from './tellFailure';

interface Row extends QuickPickItem {
  readonly does?: () => Promise<void>;
}

/** Shows how the deals of a pipeline are merged, and sets that up or takes it away. */
export async function askHowToMerge(
  folder: string,
  surroundings: GitSurroundings,
  parts: DriverParts,
): Promise<void> {
  try {
    const state = await mergeState(folder, surroundings);
    if (!state) return void window.showInformationMessage(l10n.t('This pipeline is in no git repository.'));
    const isReady = state.named === DRIVER && state.here === 'ready';
    const start: Row = {
      label: l10n.t('$(git-merge) Merge deals field by field'),
      detail: l10n.t(
        'Two people may change the same deal; only what both have changed differently is asked.',
      ),
      does: () => setUpAndTell(folder, surroundings, parts),
    };
    const stop: Row = {
      label: l10n.t('$(discard) Merge deals line by line again'),
      detail: l10n.t('Takes away what was set up in .gitattributes and in this clone, and nothing else.'),
      does: () => stopAndTell(folder, surroundings),
    };
    const rows = isReady ? [stop] : state.named === DRIVER ? [start, stop] : [start];
    const picked = await window.showQuickPick<Row>(rows, {
      title: l10n.t('Set Up Merging with Git'),
      placeHolder: told(state, isReady),
    });
    await picked?.does?.();
  } catch (cause) {
    tellFailure(cause);
  }
}

function told({ named, here, runsWith }: MergeState, isReady: boolean): string {
  if (isReady)
    return runsWith
      ? l10n.t('Now: field by field')
      : l10n.t('Now: line by line, since neither Node nor this editor can be run by git');
  if (named === DRIVER && here === 'lineMissing')
    return l10n.t('Now: not at all, since this clone’s settings name a driver without its command');
  if (named === DRIVER)
    return here === 'nothing'
      ? l10n.t('Now: line by line in this clone, though your team merges field by field')
      : l10n.t('Now: line by line in this clone, since what was set up is broken');
  if (named === 'unset') return l10n.t('Now: not at all, as an attribute says (-merge)');
  return named ? l10n.t('Now: by “{0}”, as an attribute says', named) : l10n.t('Now: line by line');
}

async function stopAndTell(folder: string, surroundings: GitSurroundings): Promise<void> {
  const done = await takeAway(folder, surroundings);
  void window.showInformationMessage(
    done?.attributes
      ? l10n.t('Git merges deals line by line again. Commit .gitattributes, so that it holds for your team.')
      : l10n.t('Git merges deals line by line again.'),
  );
}
