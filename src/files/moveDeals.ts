import { l10n, workspace, type Uri } from 'vscode';
import { refuse } from '../core/deal/refusal';
import { moveDeal, type Answer, type Moved, type Transition, type Wish } from '../core/deal/transition';
import { reasonOf } from '../core/problem';
import { editDeals, type EditResult } from './editDeals';
import type { Pipelines } from './pipelines';

/**
 * Moves deals in the editor: each on its text as it is now. Those that something stands in the way of are not moved
 * unless the answer says so.
 */
export function moveDeals(
  pipelines: Pipelines,
  uris: readonly Uri[],
  wish: Wish,
  answer?: Answer,
): Promise<EditResult<Moved>> {
  return editDeals<Moved>(pipelines, uris, ({ uri, folder }, text) =>
    moveDeal(folder.pathOf(uri)!, text, wish, folder.pipeline.process, { today: pipelines.today }, answer),
  );
}

/** What would become of a move, for a question that goes before it. Writes nothing. */
export async function tryMove(
  pipelines: Pipelines,
  uri: Uri,
  wish: Wish,
  answer: Answer,
): Promise<Transition> {
  const folder = pipelines.folderOf(uri);
  const path = folder?.pathOf(uri);
  if (!folder || path === undefined) return refuse(l10n.t('This file is in no pipeline.'));
  try {
    const text = (await workspace.openTextDocument(uri)).getText();
    return moveDeal(path, text, wish, folder.pipeline.process, { today: pipelines.today }, answer);
  } catch (cause) {
    return refuse(l10n.t('This file cannot be opened: {0}', reasonOf(cause)));
  }
}
