import { l10n, type Uri } from 'vscode';
import { nameOf } from '../actions/address';
import { nameAsDeal as rename } from '../actions/nameAsDeal';
import { plainText } from '../core/escape';
import type { Changes } from './changes';
import { asField } from './report';

/** Gives a file with another ending the name of a deal. */
export async function nameAsDeal(changes: Changes, uri: Uri): Promise<void> {
  await changes.make([uri], {
    act: (workspace, [file]) => rename(workspace, file!),
    wordsOf: ({ file }) => l10n.t('now in {0}', plainText(nameOf(file), 80)),
    sentence: asField,
  });
}
