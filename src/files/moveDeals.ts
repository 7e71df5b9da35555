import { l10n, type Uri } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { refuse } from '../core/refusal';
import { moveDeal, type Answer, type Moved, type Transition, type Wish } from '../core/deal/transition';
import { editDeals, type EditResult } from './editDeals';
import type { PipelineFolder } from './pipelineFolder';
import type { Pipelines } from './pipelines';
import { textNow } from './textNow';

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
    moveIn(folder, folder.pathOf(uri)!, text, wish, pipelines.today, answer),
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
  if (!folder || path === undefined) return refuse(l10n.t('This file isn’t part of a pipeline.'));
  const now = await textNow(uri);
  if ('problem' in now) return { ok: false, problem: now.problem };
  return moveIn(folder, path, now.text, wish, pipelines.today, answer);
}

function moveIn(
  { pipeline }: PipelineFolder,
  path: string,
  text: string,
  wish: Wish,
  today: CalendarDate,
  answer?: Answer,
): Transition {
  return moveDeal(path, text, wish, pipeline.process, { today }, answer);
}
