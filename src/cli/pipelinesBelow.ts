import { join } from 'node:path';
import { PROCESS_FILE } from '../core/process/processFile';
import { isThere } from '../files/disk/disk';
import { dealsBeside, shownIn } from './leftOut';
import { complain } from './output';
import type { PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';

/** Tells of the pipelines below a folder that has no process, and so may be taken for all of them together. */
export function complainOfPipelinesBelow(
  terminal: Terminal,
  { folder, pipeline, passed }: Pick<PipelineOnDisk, 'folder' | 'pipeline' | 'passed'>,
): void {
  const { total, otherNotes } = pipeline.files;
  // Where there is no deal at all, it is said where they are.
  if (total === otherNotes || isThere(join(folder, PROCESS_FILE))) return;
  for (const path of (passed?.pipelines ?? []).map(one => join(folder, one)).toSorted()) {
    if (dealsBeside(path).next().done) continue;
    const why = `${shownIn(terminal, path)} has a ${PROCESS_FILE}, so it is a pipeline of its own.`;
    complain(terminal, `${why} The deals in it don’t count here; list them by themselves.`);
  }
}
