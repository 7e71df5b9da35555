import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { isMisnamedCalls, misnamedCallsAmong } from '../core/calls/misnamed';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { callsFromFile } from '../core/calls/readCalls';
import { dealOf, isNote } from '../core/deal/entry';
import { toEntry, type FileText } from '../core/deal/toEntry';
import { Pipeline } from '../core/pipeline/pipeline';
import { ownDealPaths } from '../core/pipeline/ownPaths';
import { isDealFile, isDealPath } from '../core/pipeline/paths';
import { DEFAULT_PROCESS, type ProcessProblem } from '../core/process/process';
import { isMisnamed, misnamedAmong, processFound } from '../core/process/misnamed';
import { PROCESS_FILE } from '../core/process/processFile';
import { asText, isSystemError, isThere, readRegularFile, readText, unreadable } from '../files/disk/disk';
import { type PassedOver } from '../files/disk/listFiles';
import { cacheFolder } from '../files/disk/cacheFolder';
import { loadPipeline, processFolder } from '../files/disk/loadDisk';
import { plainText } from '../core/escape';
import { gitOf, orNoAnswer } from './git';
import { hasDealsBeside } from './leftOut';
import { complain } from './output';
import { ReadingTold } from './readingTold';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';
import { sentenceOf } from '../words/sentence';
import { DEFAULT_FOLDER } from '../actions/homes';

export interface NamedFolder {
  /** The pipeline's folder, as a path that works from the current one: to be shown. */
  readonly root: string;
  /** The same as an absolute path. */
  readonly folder: string;
  /** The folder that was named, where only the subfolder `deals` of it is meant. */
  readonly around?: string;
}

export interface PipelineOnDisk extends NamedFolder {
  readonly pipeline: Pipeline;
  readonly processProblems: readonly ProcessProblem[];
  /** What of its folder isn't in it. */
  readonly passed?: PassedOver;
}

/**
 * Reads the pipeline that a person means by a folder.
 *
 * @throws UsageError where there is no such folder
 */
export function openPipeline(terminal: Terminal, named: string): Promise<PipelineOnDisk> {
  return openFound(terminal, pipelineFolder(terminal, named));
}

/**
 * @param only the files that are meant, by their paths below the folder, where not all are
 * @throws UsageError where the folder cannot be read
 */
export async function openFound(
  terminal: Terminal,
  found: NamedFolder,
  only?: ReadonlySet<string>,
): Promise<PipelineOnDisk> {
  const told = new ReadingTold(terminal);
  try {
    const cache = cacheFolder(terminal.env);
    return { ...found, ...(await loadPipeline(found.folder, cache, only, told.tell)) };
  } catch (cause) {
    throw asUsageError(found.root, cause);
  } finally {
    told.end();
  }
}

/** The same as git would commit it; with the texts of the files, where they are texts. */
export async function openStaged(
  terminal: Terminal,
  { root, folder }: NamedFolder,
): Promise<{ opened: PipelineOnDisk; textOf: (path: string) => string | undefined }> {
  const { bytes: contents, links } = await orNoAnswer(gitOf(terminal).staged(folder, isRead));
  const texts = new Map<string, string>();
  const read = (path: string): FileText => {
    const file = asText(path, contents.get(path)!);
    if ('text' in file) texts.set(path, file.text);
    return file;
  };
  const fileNamed = (name: string) => {
    if (contents.has(name)) return read(name);
    // Git keeps only where a link leads, and that may be outside its repository.
    return links.has(name) ? readRegularFile(join(folder, name)) : undefined;
  };
  const file = fileNamed(PROCESS_FILE);
  const misnamed = misnamedAmong([contents.keys()], file !== undefined);
  const { process, problems } = processFound({ file, misnamed });
  const pipeline = new Pipeline(process);
  const calls = fileNamed(CALLS_FILE);
  const said = callsFromFile(calls, process);
  const others = misnamedCallsAmong(contents.keys(), calls !== undefined);
  pipeline.calls = said.calls;
  for (const path of ownDealPaths(contents.keys(), links)) pipeline.set(toEntry(read(path), process));
  return {
    opened: { root, folder, pipeline, processProblems: [...problems, ...said.problems, ...others] },
    textOf: path => texts.get(path),
  };
}

/** Whether a file, by its path, is a process, or meant to be one, or holds the calls, or may be a deal. */
function isRead(path: string): boolean {
  return (
    isDealPath(path) ||
    path === CALLS_FILE ||
    path === PROCESS_FILE ||
    path.endsWith(`/${PROCESS_FILE}`) ||
    isMisnamed(path, false) ||
    isMisnamedCalls(path, false)
  );
}

function orUsageError<T>(named: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    throw asUsageError(named, cause);
  }
}

/** What the system says of a folder, as a person is told; anything else as it is. */
function asUsageError(named: string, cause: unknown): unknown {
  if (!isSystemError(cause)) return cause;
  return new UsageError(`${plainText(named)}: ${sentenceOf(unreadable(cause, 'folder'))}`);
}

/** Tells of a process file that could not be read: the rules in it do not count, which changes what is shown. */
export function complainAboutProcess(
  terminal: Terminal,
  root: string,
  problems: readonly ProcessProblem[],
): void {
  for (const problem of problems) if (problem.severity === 'error') complainOf(terminal, root, problem);
}

/** Tells of one problem of a process file. */
export function complainOf(terminal: Terminal, root: string, problem: ProcessProblem): void {
  complain(terminal, `${join(root, problem.file ?? PROCESS_FILE)}:${problem.line}: ${sentenceOf(problem)}`);
}

/**
 * The folder itself, or the subfolder `deals` of one that has neither a process nor other deals; where a process stands above
 * that, the folder of the process, since all below it is one pipeline.
 *
 * @throws UsageError where there is no such folder
 */
export function pipelineFolder(terminal: Terminal, named: string): NamedFolder {
  return orUsageError(named, () => {
    const folder = absolute(terminal, named);
    if (!statSync(folder).isDirectory()) throw new UsageError(`${plainText(named)} is not a folder.`);
    const asNamed = { root: named, folder };
    // Who names the folder of the deals means all that is in it.
    if (isThere(join(folder, PROCESS_FILE)) || basename(folder) === DEFAULT_FOLDER)
      return pipelineAround(terminal, asNamed);
    const deals = join(folder, DEFAULT_FOLDER);
    const isAround =
      statSync(deals, { throwIfNoEntry: false })?.isDirectory() &&
      !readdirSync(folder, { withFileTypes: true }).some(item => isDeal(folder, item)) &&
      !isAllMeant(terminal, folder, deals);
    if (!isAround) return pipelineAround(terminal, asNamed);
    const found = pipelineAround(terminal, { root: join(named, DEFAULT_FOLDER), folder: deals });
    return found.folder === deals ? { ...found, around: folder } : found;
  });
}

/** The current folder may be a workspace, with other things in it; one that somebody names is about deals. */
function isAllMeant({ cwd }: Terminal, folder: string, deals: string): boolean {
  const isPipelineOfItsOwn = isThere(join(deals, PROCESS_FILE)) || lstatSync(deals).isSymbolicLink();
  return folder !== resolve(cwd) && !isPipelineOfItsOwn && hasDealsBeside(folder, deals);
}

/** The folder of the process that counts for a folder; the folder itself where there is none. */
function pipelineAround({ cwd }: Terminal, found: NamedFolder): NamedFolder {
  const folder = processFolder(found.folder);
  if (folder === undefined || folder === found.folder) return found;
  return { root: relative(cwd, folder) || '.', folder };
}

/** Only what is meant as a deal makes a folder a pipeline: notes beside the deals don't, even if they can't be read. */
function isDeal(folder: string, item: Dirent): boolean {
  if (!item.isFile() || !isDealFile(item.name)) return false;
  const read = readText(folder, item.name);
  const entry = toEntry(read, DEFAULT_PROCESS);
  return (
    dealOf(entry) !== undefined || ('text' in read && !isNote(entry) && /^stage[ \t]*:/im.test(read.text))
  );
}
