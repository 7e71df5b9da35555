import { l10n, window, type Uri } from 'vscode';
import type { Deal } from '../core/deal/deal';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';
import { DealList } from './dealList';

/**
 * The deals that a command is about: what it was called on, else the deal in the active editor, else what the person
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
  const [clicked, selected] = args;
  const uris = (Array.isArray(selected) && selected.length ? selected : [clicked]).map(uriOf);
  const named = uris.filter(uri => uri !== undefined);
  if (named.length) return named;
  const active = window.activeTextEditor?.document.uri;
  const entry = active && pipelines.entryAt(active);
  if (active && entry && entry.kind !== 'note') return [active];
  return pick(pipelines, suits, question);
}

async function pick(
  pipelines: Pipelines,
  suits: (deal: Deal) => boolean,
  title: string,
): Promise<readonly Uri[]> {
  const list = new DealList(pipelines, { suits, title });
  if (list.isEmpty) {
    list.dispose();
    void window.showInformationMessage(l10n.t('There is no deal that this could be done to.'));
    return [];
  }
  const picked = await new Promise<Uri | undefined>(resolve => {
    list.box.onDidAccept(() => list.active && resolve(list.active));
    list.box.onDidHide(() => resolve(undefined));
    list.box.show();
  });
  list.dispose();
  return picked ? [picked] : [];
}
