import { l10n, type Command, type Uri } from 'vscode';
import { plainText } from '../core/escape';
import { pastUri } from '../files/editor/points/pastTexts';
import type { ChangeNode } from './nodes';

/**
 * What a row opens: the deal's file as it was beside the one it is; the file alone where there is only one of the two.
 *
 * @param since the chosen point in words
 */
export function openChange({ folder, line, changes, uri }: ChangeNode, since: string): Command | undefined {
  const { before, last } = changes.versionsOf(line.across);
  const old = last ?? before;
  const title = plainText(line.title, 80);
  const was = old && pastUri(folder, old);
  if (uri && was) {
    const name = l10n.t('{0} ({1} ↔ now)', title, since);
    return command('vscode.diff', l10n.t('Open Changes'), [was, uri, name, { preview: true }]);
  }
  const only = uri ?? was;
  return only && openOnly(only, uri ? undefined : l10n.t('{0} (removed)', title));
}

function openOnly(uri: Uri, label?: string): Command {
  return command('vscode.open', l10n.t('Open'), [uri, { preview: true }, label]);
}

function command(id: string, title: string, args: unknown[]): Command {
  return { command: id, title, arguments: args };
}
