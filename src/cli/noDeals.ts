import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isDealFolder } from '../core/pipeline/paths';
import { PROCESS_FILE } from '../core/process/processFile';
import { isSystemError, isThere } from '../files/disk/disk';
import { quoted } from '../words/en/said/quoted';
import { complain } from './output';
import type { PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';
import { DEFAULT_FOLDER } from '../actions/homes';

/** Tells of a folder that has no deals, so that nobody takes the zeros for the pipeline's; and where that probably is. */
export function complainOfNoDeals(
  terminal: Terminal,
  { root, folder, pipeline }: Pick<PipelineOnDisk, 'root' | 'folder' | 'pipeline'>,
): void {
  const { total, otherNotes } = pipeline.files;
  if (total > otherNotes) return;
  const near = pipelineNear(folder);
  const wayOut =
    near === undefined ? '' : ` Did you mean ${quoted(relative(terminal.cwd, near) || '.', 200)}?`;
  complain(terminal, `There are no deals in ${root === '.' ? 'this folder' : quoted(root, 200)}.${wayOut}`);
}

/** A pipeline right below a folder, else one that a folder above has. */
function pipelineNear(folder: string): string | undefined {
  const below = foldersIn(folder).find(one => isThere(join(one, PROCESS_FILE)));
  return below ?? dealsAbove(dirname(folder), folder);
}

function dealsAbove(folder: string, from: string): string | undefined {
  const deals = join(folder, DEFAULT_FOLDER);
  if (deals !== from && foldersIn(folder).includes(deals)) return deals;
  const parent = dirname(folder);
  return parent === folder ? undefined : dealsAbove(parent, folder);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(item => item.isDirectory() && isDealFolder(item.name))
      .map(({ name }) => join(folder, name))
      .toSorted();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return [];
  }
}
