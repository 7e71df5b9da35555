import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDealFolder } from '../core/pipeline/paths';
import { error } from '../core/problem';
import { isMisnamed } from '../core/process/misnamed';
import type { ProcessProblem } from '../core/process/process';
import { PROCESS_FILE } from '../core/process/processFile';
import { say } from '../core/process/say';
import { isSystemError } from '../files/disk/disk';
import type { NamedFolder } from './pipeline';

/** In a folder that is not about deals at all, nobody waits until all of it is looked at. */
const MOST_FOLDERS = 2000;

/** What a pipeline does not read, though it lies below its folder. */
export interface Inner {
  /** Folders with a process of their own. */
  readonly pipelines: readonly NamedFolder[];
  /** Files that were probably meant to be the process of a folder, which so is none of its own. */
  readonly misnamed: readonly ProcessProblem[];
}

/** The folders below a pipeline's that have a process of their own, or were meant to, in the order of their paths. */
export function innerPipelines({ root, folder }: NamedFolder): Inner {
  const pipelines: NamedFolder[] = [];
  const misnamed: ProcessProblem[] = [];
  const below = subfolders(folder, '');
  for (let looked = 0; below.length && looked < MOST_FOLDERS; looked++) {
    const path = below.shift()!;
    const names = namesOf(folder, path);
    if (names.includes(PROCESS_FILE)) pipelines.push({ root: join(root, path), folder: join(folder, path) });
    else
      for (const file of names.filter(name => isMisnamed(name, false)).toSorted()) {
        const problem = error('misnamed-process-file', say('misnamedBelow', { file }));
        misnamed.push({ ...problem, file: `${path}/${file}` });
      }
    below.push(...subfolders(folder, path));
  }
  return { pipelines, misnamed };
}

function subfolders(folder: string, path: string): string[] {
  return orNone(() =>
    readdirSync(join(folder, path), { withFileTypes: true })
      .filter(item => item.isDirectory() && isDealFolder(item.name))
      .map(({ name }) => (path ? `${path}/${name}` : name))
      .toSorted(),
  );
}

function namesOf(folder: string, path: string): string[] {
  return orNone(() => readdirSync(join(folder, path)));
}

function orNone(list: () => string[]): string[] {
  try {
    return list();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return [];
  }
}
