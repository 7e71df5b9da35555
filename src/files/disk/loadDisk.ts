import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toEntry } from '../../core/deal/toEntry';
import { Pipeline } from '../../core/pipeline/pipeline';
import type { Problem } from '../../core/problem';
import { DEFAULT_PROCESS } from '../../core/process/process';
import { PROCESS_FILE, processFromFile, type ReadProcess } from '../../core/process/processFile';
import { listFiles, readRegularFile, readText } from './disk';

/** Reads a whole pipeline at once; for programs that have nothing else to do meanwhile. */
export function loadPipeline(root: string): { pipeline: Pipeline; processProblems: readonly Problem[] } {
  const { process, problems } = loadProcess(root);
  const pipeline = new Pipeline(process);
  for (const files of listFiles(root)) {
    for (const file of files) {
      const read = 'problem' in file ? file : readText(root, file.path);
      pipeline.set(toEntry(read, process));
    }
  }
  return { pipeline, processProblems: problems };
}

/** The nearest folder upwards from an absolute path that has a process file: what is below it is its pipeline. */
export function processFolder(folder: string): string | undefined {
  if (existsSync(join(folder, PROCESS_FILE))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : processFolder(parent);
}

/** The team's process, or the default one where the folder has no file for it. */
export function loadProcess(root: string): ReadProcess {
  const path = join(root, PROCESS_FILE);
  if (!lstatSync(path, { throwIfNoEntry: false })) return { process: DEFAULT_PROCESS, problems: [] };
  return processFromFile(readRegularFile(path));
}
