import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEFAULT_PROCESS, type Process } from '../core/process/process';
import type { Problem } from '../core/problem';
import { loadProcess, processFolder } from '../files/disk/loadDisk';
import { isSystemError } from '../files/disk/disk';
import { complainOf } from './pipeline';
import { absolute, type Terminal } from './terminal';

/** The paths without those that lead to a file that an earlier one leads to: no deal is moved twice at once. */
export function distinctFiles(terminal: Terminal, paths: readonly string[]): string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    const file = fileOf(absolute(terminal, path));
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
export function processFinder(terminal: Terminal): (file: string) => FoundProcess {
  const known = new Map<string, FoundProcess>();
  return file => {
    const folder = processFolder(dirname(absolute(terminal, file)));
    if (folder === undefined) return { process: DEFAULT_PROCESS };
    const found = known.get(folder) ?? read(terminal, folder);
    known.set(folder, found);
    return found;
  };
}

function read(terminal: Terminal, folder: string): FoundProcess {
  const found = loadProcess(folder);
  if (found.process.unknownRules) complainOf(terminal, folder, found.process.unknownRules);
  return found;
}

function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return path;
  }
}
