import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pipeline } from '../core/pipeline/pipeline';
import { isDealFile } from '../core/pipeline/paths';
import type { Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { isSystemError, unreadable } from '../files/disk/disk';
import { loadPipeline } from '../files/disk/loadDisk';
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

/** The folder itself, or the subfolder `deals` of one that has neither a process nor deal files of its own. */
function pipelineFolder(folder: string): string {
  if (!statSync(folder).isDirectory()) throw new UsageError(`${plainText(folder)} is not a folder.`);
  const items = readdirSync(folder, { withFileTypes: true });
  if (items.some(item => item.name === PROCESS_FILE)) return folder;
  if (items.some(item => !item.isDirectory() && isDealFile(item.name))) return folder;
  const deals = join(folder, 'deals');
  return statSync(deals, { throwIfNoEntry: false })?.isDirectory() ? deals : folder;
}
