import { complainOfLeftOut } from './leftOut';
import { complainOfNoDeals } from './noDeals';
import { complainOfOtherKeys } from './otherKeys';
import {
  complainAboutProcess,
  openFound,
  openPipeline,
  pipelineFolder,
  type PipelineOnDisk,
} from './pipeline';
import { complainOfPipelinesBelow } from './pipelinesBelow';
import type { Terminal } from './terminal';
import { gitOf, orNoAnswer } from './git';

/**
 * Opens a pipeline whose deals are to be shown, and says what isn't as a reader would take it to be: faults of the process
 * file, a folder without deals, deals that lie elsewhere.
 *
 * @throws UsageError where there is no such folder
 */
export async function openAloud(terminal: Terminal, named: string): Promise<PipelineOnDisk> {
  const opened = await openPipeline(terminal, named);
  complainAboutProcess(terminal, opened.root, opened.processProblems);
  complainOfNoDeals(terminal, opened);
  complainOfOtherKeys(terminal, opened);
  complainOfLeftOut(terminal, opened);
  complainOfPipelinesBelow(terminal, opened);
  return opened;
}

/**
 * Of a pipeline only the files that are not as in a revision; nothing is said of what else lies there.
 *
 * @throws UsageError where there is no such folder, or git could not answer
 */
export async function openChanged(
  terminal: Terminal,
  named: string,
  revision: string | undefined,
): Promise<PipelineOnDisk> {
  const found = pipelineFolder(terminal, named);
  const changed = await orNoAnswer(gitOf(terminal).changedFiles(found.folder, revision));
  const opened = await openFound(terminal, found, changed);
  complainAboutProcess(terminal, opened.root, opened.processProblems);
  return opened;
}
