import type { Uri } from 'vscode';
import { moveDeal, type Answer, type Moved, type Wish } from '../core/deal/transition';
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
