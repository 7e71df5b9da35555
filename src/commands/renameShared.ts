import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { changeDeals } from '../actions/changeDeals';
import { namesInUse } from '../core/deal/help/inUse';
import { namedDeals, SHARED_KINDS, type SharedKind, type SharedName } from '../core/deal/help/names';
import { readShared, renameShared } from '../core/deal/renameShared';
import { plainText, withoutIcons } from '../core/escape';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { askText } from './ask';
import type { Changes } from './changes';
import { asField } from './report';

const LABELS: Readonly<Record<SharedKind, string>> = {
  owner: l10n.t('Owners'),
  tag: l10n.t('Tags'),
  account: l10n.t('Accounts'),
};

interface NameItem extends QuickPickItem {
  readonly shared?: SharedName;
  readonly folder?: PipelineFolder;
}

/** Gives an owner, a tag or an account another name in all deals that have it; with Undo, over all files. */
export async function renameSharedName(pipelines: Pipelines, changes: Changes): Promise<void> {
  const title = l10n.t('Rename Owner, Tag or Account');
  const items = pipelines.folders.flatMap(folder => SHARED_KINDS.flatMap(kind => namesOf(folder, kind)));
  if (!items.length) {
    void window.showInformationMessage(l10n.t('No deal has an owner, tag or account yet.'));
    return;
  }
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which one?') });
  if (!picked?.shared || !picked.folder) return;
  const { folder, shared } = picked;
  const typed = await askText(
    { title, prompt: l10n.t('New name'), value: shared.name },
    l10n.t('Enter a name.'),
  );
  const to = typed === undefined ? undefined : readShared(shared.kind, typed);
  if (to === undefined || to === shared.name) return;
  const uris = namedDeals(folder.pipeline.deals(), shared).map(({ path }) => folder.uriOf(path));
  await changes.make(uris, {
    act: (workspace, files) => changeDeals(workspace, files, opened => renameShared(opened, shared, to)),
    wordsOf: () => l10n.t('“{0}” is now “{1}”', plainText(shared.name, 60), plainText(to, 60)),
    sentence: asField,
  });
}

/** In the order of their use, below what they are. */
function namesOf(folder: PipelineFolder, kind: SharedKind): NameItem[] {
  const names = namesInUse(folder.pipeline.deals(), kind, '');
  if (!names.length) return [];
  const separator = { label: LABELS[kind], kind: QuickPickItemKind.Separator };
  return [
    separator,
    ...names.map(name => ({
      label: withoutIcons(plainText(name, 100)),
      description: withoutIcons(plainText(folder.name, 60)),
      shared: { kind, name },
      folder,
    })),
  ];
}
