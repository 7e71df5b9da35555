import { l10n, window, type Uri } from 'vscode';
import type { Deal } from '../core/deal/deal';
import { dealOf, isNote, titleOf } from '../core/deal/entry';
import { plainText, withoutIcons } from '../core/escape';
import { showList } from '../files/editor/showList';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';
import { DealList } from './dealList';

/**
 * The deals that a command is about: what it was called on, else the deal in front, else what the person
 * picks. Empty if they pick none.
 *
 * @param suits which deals to offer; nothing else is hidden from a command that was called on something
 */
export async function targetsOf(
  pipelines: Pipelines,
  args: readonly unknown[],
  suits: (deal: Deal) => boolean,
  question: string,
): Promise<readonly Uri[]> {
  const named = calledOn(args);
  if (named.length) return named;
  const open = openDeal(pipelines);
  return open ? [open.uri] : pick(pipelines, suits, question);
}

/** The rows that a command was called on: those that are selected, else the one that was clicked. */
export function calledOn([clicked, selected]: readonly unknown[]): readonly Uri[] {
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length ? selected : [clicked];
  return rows.flatMap(row => uriOf(row) ?? []);
}

/** Finds the file as it is now of what may be a text of the past. */
export type FileNow = (uri: Uri) => Promise<Uri>;

/** The same, for what is about files as they are now: the rows may be of what stood in them once. */
export async function ofFilesNow(args: readonly unknown[], fileNow: FileNow): Promise<readonly unknown[]> {
  const uris = await Promise.all(calledOn(args).map(fileNow));
  return uris.length > 1 ? [uris[0], uris] : uris.length ? uris : args;
}

/** The title of a box, with the deal's own where it is about one that can be read. */
export function titleFor(pipelines: Pipelines, uris: readonly Uri[], ofOne: string, ofMany: string): string {
  if (uris.length > 1) return ofMany;
  const deal = dealOf(pipelines.entryAt(uris[0]!));
  return deal ? l10n.t('{0}: {1}', ofOne, withoutIcons(plainText(deal.title, 60))) : ofOne;
}

/** The file of a deal, or of what should be one, that the person has in front. */
function openDeal(pipelines: Pipelines): { readonly uri: Uri; readonly title: string } | undefined {
  const uri = pipelines.inFront.uri;
  const entry = uri && pipelines.entryAt(uri);
  if (!uri || !entry || isNote(entry)) return undefined;
  return { uri, title: titleOf(entry) };
}

async function pick(
  pipelines: Pipelines,
  suits: (deal: Deal) => boolean,
  title: string,
): Promise<readonly Uri[]> {
  const list = new DealList(pipelines, { suits, title });
  if (list.isEmpty) {
    list.dispose();
    void window.showInformationMessage(l10n.t('No deal here can be changed this way.'));
    return [];
  }
  const picked = await new Promise<Uri | undefined>(resolve => {
    list.box.onDidAccept(() => list.active && resolve(list.active));
    showList(list.box, () => resolve(undefined));
  });
  list.dispose();
  return picked ? [picked] : [];
}

/** Which of several deals is meant, for what can be done to one at a time; the one that was clicked needs no question. */
export async function oneOf(
  pipelines: Pipelines,
  uris: readonly Uri[],
  clicked: unknown,
  question: string,
): Promise<readonly Uri[]> {
  const named = uriOf(clicked);
  if (named) return [named];
  if (uris.length < 2) return uris;
  const items = uris.map(uri => {
    const entry = pipelines.entryAt(uri);
    const title = entry && !isNote(entry) ? titleOf(entry) : uri.path.split('/').at(-1)!;
    return { label: withoutIcons(plainText(title, 100)), uri };
  });
  const picked = await window.showQuickPick(items, { title: question });
  return picked ? [picked.uri] : [];
}

/**
 * Several deals that are selected in the view, or the one that the command would be about without them.
 *
 * @returns arguments for the command; nothing where the person wants neither
 */
export async function askWhichAreMeant(
  pipelines: Pipelines,
  selected: readonly Uri[],
): Promise<readonly unknown[] | undefined> {
  if (selected.length < 2) return [];
  const open = openDeal(pipelines);
  const other = open ? withoutIcons(plainText(open.title, 100)) : l10n.t('Another deal…');
  const items = [
    {
      label: l10n.t('The {0} deals selected in the view', selected.length),
      args: [undefined, selected],
    },
    { label: other, args: [] },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which deals do you mean?') });
  return picked?.args;
}
