import { commands, env, l10n, ThemeIcon, Uri, window, type QuickPickItem } from 'vscode';
import type { Files } from '../actions/ports/files';
import type { Contact, Deal } from '../core/deal/deal';
import { mailPath, phoneOf, telPath } from '../core/deal/reachContact';
import { plainText, withoutIcons } from '../core/escape';
import type { KeyNames } from '../core/frontMatter/keyNames';
import { sideBySide } from '../core/sideBySide';
import { searchable } from '../core/text/searchable';
import { toAddress } from '../files/editor/addresses';
import type { Moment } from '../files/editor/travel/travel';
import type { Pipelines } from '../files/pipelines';

/** Somebody on a buyer's side, in each deal that names them alike. */
interface ContactPerson extends Contact {
  readonly account: string | undefined;
  readonly deals: readonly ContactDeal[];
}

interface ContactDeal {
  readonly uri: Uri;
  readonly deal: Deal;
  readonly names: KeyNames;
}

/**
 * Finds a contact among those of all deals, to open the deal, to write or to call: as they are now, also while something else is
 * shown, since whoever writes does so now.
 */
export async function findContact(
  pipelines: Pipelines,
  files: Pick<Files, 'read'>,
  at: Pick<Moment, 'words'> | undefined,
): Promise<void> {
  const people = peopleIn(pipelines);
  if (!people.length) {
    void window.showInformationMessage(l10n.t('No deal has a contact yet.'));
    return;
  }
  const items = people.map(person => ({
    label: shownName(person),
    description: shown([person.role, person.account]),
    detail: shown([...person.deals.map(({ deal }) => deal.title), person.email]),
    person,
  }));
  const title = at
    ? l10n.t('Find Contact: as they are now, not as of {0}', withoutIcons(at.words))
    : l10n.t('Find Contact');
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Search by name, role, account, deal or address'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const { person } = picked;
  const what = await window.showQuickPick(await waysTo(person, files), {
    title: shownName(person),
    placeHolder: l10n.t('Choose what to do'),
  });
  await what?.run();
}

function peopleIn(pipelines: Pipelines): readonly ContactPerson[] {
  const people = new Map<string, ContactPerson>();
  for (const { deal, folder, uri } of pipelines.deals()) {
    for (const contact of deal.contacts) {
      const { account } = deal;
      const key = JSON.stringify(
        [contact.name, contact.role, contact.email, account].map((text = '') => searchable(text)),
      );
      const deals = [...(people.get(key)?.deals ?? []), { uri, deal, names: folder.pipeline.process.fields }];
      people.set(key, { ...contact, account, deals });
    }
  }
  return [...people.values()];
}

/** A row of a list, and what it does. */
export interface WayToAct extends QuickPickItem {
  readonly run: () => unknown;
}

async function waysTo(person: ContactPerson, files: Pick<Files, 'read'>): Promise<readonly WayToAct[]> {
  const { email = '', deals } = person;
  const phone = (await phoneIn(person, files)) ?? '';
  const copy = (text: string) => () => env.clipboard.writeText(text);
  return [
    ...deals.map(({ uri, deal }) =>
      way(l10n.t('Open {0}', shown([deal.title])), 'go-to-file', () =>
        commands.executeCommand('vscode.open', uri, { preview: false }),
      ),
    ),
    ...waysToReach(email, phone),
    ...(email ? [way(l10n.t('Copy {0}', shown([email])), 'copy', copy(email))] : []),
    ...(phone ? [way(l10n.t('Copy {0}', shown([phone])), 'copy', copy(phone))] : []),
  ];
}

/** To write and to call. What is written in files becomes an address only where it can be nothing else. */
export function waysToReach(email: string, phone: string, who?: string): readonly WayToAct[] {
  const [mail, tel] = [mailPath(email), telPath(phone)];
  const open = (scheme: string, path: string) => () => env.openExternal(Uri.from({ scheme, path }));
  const named = (address: string) => shown([who, address]);
  return [
    ...(mail ? [way(l10n.t('Write to {0}', named(mail)), 'mail', open('mailto', mail))] : []),
    ...(tel ? [way(l10n.t('Call {0}', named(phone)), 'call-outgoing', open('tel', tel))] : []),
  ];
}

export function way(label: string, icon: string, run: WayToAct['run']): WayToAct {
  return { label, iconPath: new ThemeIcon(icon), run };
}

async function phoneIn(
  { deals, ...contact }: ContactPerson,
  files: Pick<Files, 'read'>,
): Promise<string | undefined> {
  for (const { uri, names } of deals) {
    const read = await files.read(toAddress(uri));
    const phone = 'text' in read ? phoneOf(read.text, contact, names) : undefined;
    if (phone) return phone;
  }
  return undefined;
}

function shownName({ name, role, email }: Contact): string {
  return shown([name ?? email ?? role]);
}

function shown(texts: readonly (string | undefined)[]): string {
  return sideBySide(texts.map(text => text && withoutIcons(plainText(text, 80))));
}
