import { commands, l10n, window, type Uri } from 'vscode';
import type { Files } from '../actions/ports/files';
import { dealOf } from '../core/deal/entry';
import { phoneOf } from '../core/deal/reachContact';
import { plainText, withoutIcons } from '../core/escape';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS } from '../ids';
import { way, waysToReach, type WayToAct } from './findContact';

/** More than anybody reads in a list. */
const MOST_CONTACTS = 8;

/** What else can be done about a deal on the page: push its date, hold it, or reach its contacts, where they have addresses. */
export async function moreFor(pipelines: Pipelines, files: Pick<Files, 'read'>, uri: Uri): Promise<void> {
  const folder = pipelines.folderOf(uri);
  const deal = dealOf(pipelines.entryAt(uri));
  if (!folder || !deal) return;
  const read = await files.read(toAddress(uri));
  const text = 'text' in read ? read.text : '';
  const { fields } = folder.pipeline.process;
  const reach = deal.contacts.slice(0, MOST_CONTACTS).flatMap((contact): readonly WayToAct[] => {
    const { name, role, email = '' } = contact;
    return waysToReach(email, phoneOf(text, contact, fields) ?? '', name ?? role);
  });
  const run = (command: string) => () => commands.executeCommand(command, uri);
  const ways: readonly WayToAct[] = [
    way(l10n.t('Push Close Date…'), 'calendar', run(COMMANDS.setCloseDate)),
    ...reach,
    way(l10n.t('Hold Until…'), 'debug-pause', run(COMMANDS.holdUntil)),
    way(l10n.t('Set Next Step…'), 'arrow-circle-right', run(COMMANDS.setNextStep)),
    way(l10n.t('Open Preview'), 'open-preview', run(COMMANDS.openPreview)),
  ];
  const picked = await window.showQuickPick(ways, {
    title: withoutIcons(plainText(deal.title, 80)),
    placeHolder: l10n.t('Choose what to do'),
  });
  await picked?.run();
}
