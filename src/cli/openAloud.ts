import { complainOfLeftOut } from './leftOut';
import { complainOfNoDeals } from './noDeals';
import { complainAboutProcess, openPipeline, type PipelineOnDisk } from './pipeline';
import { complainOfPipelinesBelow } from './pipelinesBelow';
import type { Terminal } from './terminal';

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
  complainOfLeftOut(terminal, opened);
  complainOfPipelinesBelow(terminal, opened);
  return opened;
}
