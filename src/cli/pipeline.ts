import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Pipeline } from '../core/pipeline/pipeline';
import { isDealFile } from '../core/pipeline/paths';
import type { Problem } from '../core/problem';
import { DEFAULT_PROCESS } from '../core/process/process';
import { PROCESS_FILE } from '../core/process/processFile';
import { isSystemError, readText, unreadable } from '../files/disk/disk';
import { loadPipeline, toEntry } from '../files/disk/loadDisk';
import { plainText } from '../core/escape';
import { complain } from './output';
import { UsageError } from './usage';

export interface OpenPipeline {
  /** The pipeline's folder, as a path that works from the current one. */
  readonly root: string;
  readonly pipeline: Pipeline;
  readonly processProblems: readonly Problem[];
}

/**
 * Reads the pipeline that a person means by a folder.
 *
 * @throws UsageError where there is no such folder
 */
export function openPipeline(folder: string): OpenPipeline {
  try {
    const root = pipelineFolder(folder);
    return { root, ...loadPipeline(root) };
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UsageError(`${plainText(folder)}: ${unreadable(cause, 'folder').message}`);
  }
}

/** Tells of a process file that could not be read: the rules in it do not count, which changes what is shown. */
export function complainAboutProcess(root: string, problems: readonly Problem[]): void {
  for (const { severity, line, message } of problems) {
    if (severity === 'error')
      complain(`${join(root, PROCESS_FILE)}:${line}: ${message} The default process counts.`);
  }
}

/** The folder itself, or the subfolder `deals` of one that has neither a process nor deals of its own. */
function pipelineFolder(folder: string): string {
  if (!statSync(folder).isDirectory()) throw new UsageError(`${plainText(folder)} is not a folder.`);
  if (statSync(join(folder, PROCESS_FILE), { throwIfNoEntry: false })) return folder;
  const deals = join(folder, 'deals');
  if (!statSync(deals, { throwIfNoEntry: false })?.isDirectory()) return folder;
  return readdirSync(folder, { withFileTypes: true }).some(item => isDeal(folder, item)) ? folder : deals;
}

function isDeal(folder: string, item: Dirent): boolean {
  if (!item.isFile() || !isDealFile(item.name)) return false;
  return toEntry(readText(folder, item.name), DEFAULT_PROCESS).kind !== 'note';
}
