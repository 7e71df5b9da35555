import { l10n, window, type Uri } from 'vscode';
import { nameOf } from '../actions/address';
import { plainText, withoutLinks } from '../core/escape';
import { moveToBin } from '../files/editor/bin';
import { unsavedDocument } from '../files/editor/shown';
import type { Pipelines } from '../files/pipelines';
import { calledOn } from './targets';

/** Moves the files of rows to the bin of the system, after asking; none that has changes which are in no file yet. */
export async function deleteFiles(pipelines: Pipelines, args: readonly unknown[]): Promise<void> {
  const uris = calledOn(args).filter(uri => pipelines.entryAt(uri));
  if (!uris.length) return;
  const unsaved = uris.find(unsavedDocument);
  if (unsaved) {
    warn(l10n.t('“{0}” has unsaved changes. Save or revert it first.', fileName(unsaved)));
    return;
  }
  const question =
    uris.length === 1
      ? l10n.t('Move “{0}” to the bin?', fileName(uris[0]!))
      : l10n.t('Move {0} files to the bin?', uris.length);
  const move = l10n.t('Move to Bin');
  const detail = uris.length > 1 && { detail: uris.slice(0, 10).map(fileName).join('\n') };
  const answer = await window.showWarningMessage(withoutLinks(question), { modal: true, ...detail }, move);
  if (answer !== move) return;
  for (const uri of uris) {
    const reason = await moveToBin(uri);
    if (reason) warn(l10n.t('Couldn’t move “{0}” to the bin: {1}', fileName(uri), plainText(reason, 300)));
  }
  await pipelines.readAgain(uris);
}

function fileName(uri: Uri): string {
  return plainText(nameOf(uri.path), 100);
}

function warn(message: string): void {
  void window.showWarningMessage(withoutLinks(message));
}
