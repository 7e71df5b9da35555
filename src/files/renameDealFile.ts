import { Uri } from 'vscode';
import type { Changed } from '../core/deal/changeDeal';
import { retitleDeal } from '../core/deal/retitleDeal';
import { changeDeals } from './changeDeals';
import type { EditResult } from './editDeals';
import { keepLinksOf } from './keepLinks';
import type { NotDone } from './plan';
import type { Pipelines } from './pipelines';
import { renameFiles } from './renameFiles';

/** Gives a deal another title and, where there is one, its file another name: both or none, and taken back together. */
export async function renameDealFile(
  pipelines: Pipelines,
  uri: Uri,
  title: string,
  name: string | undefined,
): Promise<EditResult<Changed>> {
  const to = name === undefined ? uri : Uri.joinPath(uri, '..', name);
  const rename = (from: Uri, target: Uri): Promise<readonly NotDone[]> =>
    name === undefined ? Promise.resolve([]) : renameFiles(pipelines, [{ from, to: target }]);
  const notRenamed = await rename(uri, to);
  if (notRenamed.length) return { done: [], notDone: notRenamed, undo: () => Promise.resolve([]) };
  const links = await keepLinksOf(pipelines, name === undefined ? [] : [{ from: uri, to }]);
  const result = await changeDeals(pipelines, [to], (opened, text) => retitleDeal(opened, text, title));
  if (!result.done.length) {
    await links.undo();
    await rename(to, uri);
    return { ...result, notDone: result.notDone.map(({ problem }) => ({ uri, problem })) };
  }
  const undo = async () => {
    const notUndone = [...(await result.undo()), ...(await links.undo())];
    return notUndone.length ? notUndone : rename(to, uri);
  };
  return { ...result, undo };
}
