import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { callsFromFile } from '../../core/calls/readCalls';
import { misnamedCallsAmong } from '../../core/calls/misnamed';
import { CALLS_FILE } from '../../core/calls/callsFileName';
import { toEntry } from '../../core/deal/toEntry';
import { isDealPath } from '../../core/pipeline/paths';
import { Pipeline } from '../../core/pipeline/pipeline';
import { misnamedAmong, processFound, type ProcessOfFolder } from '../../core/process/misnamed';
import type { ProcessProblem } from '../../core/process/process';
import { PROCESS_FILE } from '../../core/process/processFile';
import { isGone, isThere, namesIn, readRegularFile, readText, stampOf } from './disk';
import { listFiles, type PassedOver } from './listFiles';
import { KeptEntries } from './keptEntries';

/**
 * Reads a whole pipeline at once; for programs that have nothing else to do meanwhile.
 *
 * @param cache where what was read is kept for the next time, if anywhere: our folder among the user's for such things
 * @param only the files that are meant, by their paths, where not all are; nothing else is looked at
 * @param tell is called after each file, with how many have been read so far
 */
export async function loadPipeline(
  root: string,
  cache?: string,
  only?: ReadonlySet<string>,
  tell: (read: number) => void = () => {},
): Promise<{
  pipeline: Pipeline;
  processProblems: readonly ProcessProblem[];
  passed: PassedOver;
}> {
  const passed: PassedOver = { links: [], pipelines: [] };
  const items = only ? undefined : readdirSync(root, { withFileTypes: true });
  const names = items?.map(({ name }) => name) ?? readdirSync(root);
  const { process, problems } = loadProcess(root, names);
  const pipeline = new Pipeline(process);
  const calls = fileIn(root, CALLS_FILE);
  const said = callsFromFile(calls, process);
  const misnamed = misnamedCallsAmong(names, calls !== undefined);
  pipeline.calls = said.calls;
  if (only) {
    for (const path of ownAmong(root, only)) pipeline.set(toEntry(readText(root, path), process));
    return { pipeline, processProblems: [...problems, ...said.problems, ...misnamed], passed };
  }
  const kept = await KeptEntries.open(root, process, cache);
  await kept?.ready();
  let read = 0;
  for (const files of listFiles(root, passed, items)) {
    for (const file of files) {
      if ('problem' in file) pipeline.set(toEntry(file, process));
      else takeIn(pipeline, root, file.path, kept);
      tell(++read);
    }
  }
  await kept?.write();
  return { pipeline, processProblems: [...problems, ...said.problems, ...misnamed], passed };
}

function takeIn(pipeline: Pipeline, root: string, path: string, kept: KeptEntries | undefined): void {
  // Before the text: what is written in between is then found to be a change.
  const stamp = kept && stampOf(`${root}${sep}${path}`);
  const found = kept?.find(path, stamp);
  if (found) {
    pipeline.setLate(found);
    return;
  }
  const entry = toEntry(readText(root, path), pipeline.process);
  kept?.add(path, stamp, entry);
  pipeline.set(entry);
}

/** Of the files below a folder, by their paths, those that `listFiles` would list. */
function ownAmong(root: string, paths: ReadonlySet<string>): string[] {
  const others = new Map<string, boolean>();
  const isOther = (folder: string): boolean => {
    if (folder === '.') return false;
    const known = others.get(folder);
    if (known !== undefined) return known;
    const is = isOther(dirname(folder)) || isThere(join(root, folder, PROCESS_FILE));
    others.set(folder, is);
    return is;
  };
  return [...paths].filter(path => isDealPath(path) && !isOther(dirname(path)) && !isGone(join(root, path)));
}

/** The nearest folder upwards from an absolute path that has a process file: what is below it is its pipeline. */
export function processFolder(folder: string): string | undefined {
  if (isThere(join(folder, PROCESS_FILE))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : processFolder(parent);
}

/**
 * The team's process, or the default one where the folder has no file for it.
 *
 * @param own the names of what is in the folder
 * @throws the system's error where the folder cannot be listed
 */
export function loadProcess(root: string, own: readonly string[] = readdirSync(root)): ProcessOfFolder {
  const file = fileIn(root, PROCESS_FILE);
  const names = [own, ...(file ? [] : foldersAbove(root).map(namesIn))];
  return processFound({ file, misnamed: misnamedAmong(names, file !== undefined) });
}

function fileIn(root: string, name: string) {
  const path = join(root, name);
  return isThere(path) ? readRegularFile(path) : undefined;
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...foldersAbove(parent)];
}
