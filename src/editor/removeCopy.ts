import { l10n, window, type Uri } from 'vscode';
import { nameOf } from '../actions/address';
import { plainText, withoutLinks } from '../core/escape';
import type { Pipelines } from '../files/pipelines';
import type { Diagnostics } from './diagnostics';
import { moveToBin } from '../files/editor/bin';
import { unsavedDocument } from '../files/editor/shown';

/** Moves a file to the bin of the system. Only one that is a copy of another that is there, and has no changes that are in no file yet. */
export async function removeCopy(pipelines: Pipelines, diagnostics: Diagnostics, uri: Uri): Promise<void> {
  const folder = pipelines.folderOf(uri);
  const { copy } = diagnostics.likeFile(uri);
  if (!copy || !folder?.pipeline.get(copy.of.path)) return;
  const name = plainText(nameOf(uri.path), 100);
  if (unsavedDocument(uri)) {
    warn(l10n.t('“{0}” has unsaved changes, so it wasn’t moved. Save it or revert it first.', name));
    return;
  }
  const reason = await moveToBin(uri);
  if (reason) warn(l10n.t('Couldn’t move “{0}” to the bin: {1}', name, plainText(reason, 300)));
  await pipelines.readAgain([uri]);
}

function warn(message: string): void {
  void window.showWarningMessage(withoutLinks(message));
}
