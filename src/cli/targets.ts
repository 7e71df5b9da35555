import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DEFAULT_PROCESS, type Process } from '../core/process/process';
import type { Problem } from '../core/problem';
import { loadProcess, processFolder } from '../files/disk/loadDisk';
import { isSystemError } from '../files/disk/disk';
import { complainOf } from './pipeline';

/** The paths without those that lead to a file that an earlier one leads to: no deal is moved twice at once. */
export function distinctFiles(paths: readonly string[]): string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    const file = fileOf(path);
    if (!byFile.has(file)) byFile.set(file, path);
  }
  return [...byFile.values()];
}

export interface FoundProcess {
  readonly process: Process;
  /** Why nobody knows what the process allows. */
  readonly unknownRules?: Problem;
}

/** Finds the process that counts for a file: that of the nearest folder upwards that has one. Reads each once. */
export function processFinder(): (file: string) => FoundProcess {
  const known = new Map<string, FoundProcess>();
  return file => {
    const folder = processFolder(dirname(resolve(file)));
    if (folder === undefined) return { process: DEFAULT_PROCESS };
    const found = known.get(folder) ?? read(folder);
    known.set(folder, found);
    return found;
  };
}

function read(folder: string): FoundProcess {
  const found = loadProcess(folder);
  if (found.unknownRules) complainOf(folder, found.unknownRules);
  return found;
}

function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return resolve(path);
  }
}
