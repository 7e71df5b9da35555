import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isNote } from '../core/deal/entry';
import { toEntry, type FileText } from '../core/deal/toEntry';
import { Pipeline } from '../core/pipeline/pipeline';
import { isDealFile, isDealPath } from '../core/pipeline/paths';
import type { Problem } from '../core/problem';
import { DEFAULT_PROCESS } from '../core/process/process';
import { PROCESS_FILE, processFromFile } from '../core/process/processFile';
import { asText, isSystemError, readText, unreadable } from '../files/disk/disk';
import { loadPipeline, processFolder } from '../files/disk/loadDisk';
import { plainText } from '../core/escape';
import { stagedContents } from './gitFiles';
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
  return orUsageError(folder, () => {
    const root = pipelineFolder(folder);
    return { root, ...loadPipeline(root) };
  });
}

/** The same as git would commit it; with the texts of the files, where they are texts. */
export function openStaged(root: string): { opened: OpenPipeline; texts: ReadonlyMap<string, string> } {
  const contents = stagedContents(root);
  const texts = new Map<string, string>();
  const read = (path: string): FileText => {
    const file = asText(path, contents.get(path)!);
    if ('text' in file) texts.set(path, file.text);
    return file;
  };
  const { process, problems } = contents.has(PROCESS_FILE)
    ? processFromFile(read(PROCESS_FILE))
    : { process: DEFAULT_PROCESS, problems: [] };
  const pipeline = new Pipeline(process);
  const within = [...contents.keys()].filter(
    path => path !== PROCESS_FILE && path.endsWith(`/${PROCESS_FILE}`),
  );
  const folders = within.map(path => path.slice(0, -PROCESS_FILE.length));
  for (const path of contents.keys()) {
    // A folder with a process of its own is a pipeline of its own.
    if (isDealPath(path) && !folders.some(folder => path.startsWith(folder))) {
      pipeline.set(toEntry(read(path), process));
    }
  }
  return { opened: { root, pipeline, processProblems: problems }, texts };
}

function orUsageError<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new UsageError(`${plainText(folder)}: ${unreadable(cause, 'folder').message}`);
  }
}

/** Tells of a process file that could not be read: the rules in it do not count, which changes what is shown. */
export function complainAboutProcess(root: string, problems: readonly Problem[]): void {
  for (const problem of problems) if (problem.severity === 'error') complainOf(root, problem);
}

/** Tells of one problem of a process file. */
export function complainOf(root: string, { line, message }: Problem): void {
  complain(`${join(root, PROCESS_FILE)}:${line}: ${message}`);
}

/**
 * The folder itself, or the subfolder `deals` of one that has neither a process nor deals of its own; where a process
 * stands above that, the folder of the process, since all below it is one pipeline.
 *
 * @throws UsageError where there is no such folder
 */
export function pipelineFolder(folder: string): string {
  return orUsageError(folder, () => {
    if (!statSync(folder).isDirectory()) throw new UsageError(`${plainText(folder)} is not a folder.`);
    if (statSync(join(folder, PROCESS_FILE), { throwIfNoEntry: false })) return folder;
    const deals = join(folder, 'deals');
    const isAround =
      statSync(deals, { throwIfNoEntry: false })?.isDirectory() &&
      !readdirSync(folder, { withFileTypes: true }).some(item => isDeal(folder, item));
    return pipelineAround(isAround ? deals : folder);
  });
}

/** The folder of the process that counts for a folder; the folder itself where there is none. */
function pipelineAround(folder: string): string {
  const from = resolve(folder);
  const found = processFolder(from);
  return found === undefined || found === from ? folder : relative('', found) || '.';
}

function isDeal(folder: string, item: Dirent): boolean {
  if (!item.isFile() || !isDealFile(item.name)) return false;
  return !isNote(toEntry(readText(folder, item.name), DEFAULT_PROCESS));
}
