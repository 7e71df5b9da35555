import type { Uri } from 'vscode';
import { openDeal, type Changed } from '../core/deal/changeDeal';
import { followUp } from '../core/deal/followUp';
import { logActivity } from '../core/notes/logActivity';
import type { NewDeal } from '../core/deal/newDeal';
import { markdownLink } from '../core/escape';
import type { Problem } from '../core/problem';
import { relativePath } from '../core/relativePath';
import { changeDeals } from './changeDeals';
import { createDeal, ifChanged } from './createDeal';
import type { EditResult } from './editDeals';
import type { PipelineFolder } from './pipelineFolder';
import type { Pipelines } from './pipelines';
import { textNow } from './textNow';

/**
 * Writes a new deal for the account of another one, and a line into the log of that one which leads to it: both or
 * neither, and taken back together.
 */
export async function createFollowUp(
  pipelines: Pipelines,
  folder: PipelineFolder,
  before: Uri,
  deal: NewDeal,
): Promise<EditResult<Changed>> {
  const path = folder.pathOf(before)!;
  const now = await textNow(before);
  if ('problem' in now) return failed(before, now.problem);
  const { process } = folder.pipeline;
  const opened = openDeal(path, now.text, process);
  if (!opened.ok) return failed(before, opened.problem);
  const created = await createDeal(folder, followUp(deal, opened, now.text, path, process.fields));
  const [made] = created.done;
  if (!made) return created;
  const link = markdownLink(deal.title, relativePath(before.path, made.uri.path));
  const logged = await changeDeals(pipelines, [before], (_, text) => ({
    body: logActivity(text, deal.today, `new deal: ${link}`),
  }));
  if (!logged.done.length) {
    await created.undo();
    return logged;
  }
  const undo = async () => {
    const changed = await ifChanged(made.uri, made.after);
    if (changed.length) return changed;
    const notUndone = await logged.undo();
    return notUndone.length ? notUndone : created.undo();
  };
  return { done: created.done, notDone: logged.notDone, undo };
}

function failed(uri: Uri, problem: Problem): EditResult<Changed> {
  return { done: [], notDone: [{ uri, problem }], undo: () => Promise.resolve([]) };
}
