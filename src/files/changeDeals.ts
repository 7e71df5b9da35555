import type { Uri } from 'vscode';
import { changeDeal, type Changed, type DealChange, type Opened } from '../core/deal/changeDeal';
import type { Process } from '../core/process/process';
import { editDeals, type EditResult } from './editDeals';
import type { Pipelines } from './pipelines';

/** Changes fields and notes of deals in the editor: each on its text as it is now. */
export function changeDeals(
  pipelines: Pipelines,
  uris: readonly Uri[],
  changeOf: (opened: Opened, text: string, process: Process) => DealChange,
): Promise<EditResult<Changed>> {
  return editDeals(pipelines, uris, ({ uri, folder }, text) => {
    const { process } = folder.pipeline;
    return changeDeal(folder.pathOf(uri)!, text, process, opened => changeOf(opened, text, process));
  });
}
