import type { Uri } from 'vscode';
import { moveDeal, type Transition, type Wish } from '../core/deal/transition';
import { editDeals, type EditResult } from './editDeals';
import type { Pipelines } from './pipelines';

export type Move = Extract<Transition, { ok: true }>;

/** Moves deals in the editor: each on its text as it is now. */
export function moveDeals(pipelines: Pipelines, uris: readonly Uri[], wish: Wish): Promise<EditResult<Move>> {
  return editDeals(pipelines, uris, ({ uri, folder }, text) =>
    moveDeal(folder.pathOf(uri)!, text, wish, folder.pipeline.process, { today: pipelines.today }),
  );
}
