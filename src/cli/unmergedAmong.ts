import { join } from 'node:path';
import type { LeftToPeople } from '../actions/ports/git';
import { unmergedProblem } from '../core/deal/problems/unmerged';
import type { Finding } from './findings';
import { gitOf } from './git';
import type { PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';

/**
 * What a merge under way has left to people, and no marker shows. Without git, and outside of repositories, there is none.
 *
 * @param told what is known of the files already
 */
export async function unmergedAmong(
  terminal: Terminal,
  { folder, root, pipeline }: PipelineOnDisk,
  told: readonly Finding[],
): Promise<Finding[]> {
  const unmerged = await gitOf(terminal)
    .unmergedFiles(folder)
    .catch(() => new Map<string, LeftToPeople>());
  const hasMarkers = new Set(told.flatMap(({ below, code }) => (code === 'conflict-markers' ? [below] : [])));
  return [...unmerged].flatMap(([below, { how }]) =>
    pipeline.get(below) && !hasMarkers.has(below)
      ? [{ ...unmergedProblem(how), below, path: join(root, below) }]
      : [],
  );
}
