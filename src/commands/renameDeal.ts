import { l10n, window } from 'vscode';
import { nameOf, type Address } from '../actions/address';
import type { Files } from '../actions/ports/files';
import { nameByTitle, renameDeal as rename } from '../actions/renameDeal';
import { dealOf } from '../core/deal/entry';
import { plainText, withoutIcons } from '../core/escape';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { askText } from './ask';
import type { Changes } from './changes';
import { anyDeal } from './fieldCommand';
import { asField } from './report';
import { targetsOf } from './targets';

/** Asks for the new title of a deal, and whether its file is to be named by it. */
export async function renameDeal(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const [uri] = await targetsOf(pipelines, args.slice(0, 1), anyDeal, l10n.t('Rename which deal?'));
  if (!uri) return;
  const now = dealOf(pipelines.entryAt(uri))?.title;
  const title = await askText(
    {
      title: l10n.t('Rename Deal'),
      prompt: l10n.t('Deal name'),
      value: now,
    },
    l10n.t('Enter a name for the deal.'),
  );
  if (!title) return;
  const name = await askName(changes.workspace.files, toAddress(uri), title);
  if (name === undefined || (!name && title === now)) return;
  const shown = plainText(title, 60);
  await changes.make([uri], {
    act: (workspace, [file]) => rename(workspace, file!, title, name || undefined),
    wordsOf: () =>
      name ? l10n.t('now “{0}”, in {1}', shown, plainText(name, 80)) : l10n.t('now “{0}”', shown),
    sentence: asField,
  });
}

/** The name that the file is to get; `''` if it is to keep the one it has, `undefined` if the person gives up. */
async function askName(files: Files, file: Address, title: string): Promise<string | undefined> {
  const name = await nameByTitle(files, file, title);
  if (name === undefined) return '';
  const shown = (text: string) => withoutIcons(plainText(text, 100));
  const items = [
    { label: l10n.t('Keep {0}', shown(nameOf(file))), name: '' },
    { label: l10n.t('Rename the file to {0}', shown(name)), name },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Rename Deal'),
    placeHolder: l10n.t('Rename the file to match the new name?'),
  });
  return picked?.name;
}
