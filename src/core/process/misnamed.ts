import { isMeantToBe } from '../nearFileName';
import { error, type Problem } from '../problem';
import { DEFAULT_PROCESS, type Process, type ProcessProblem } from './process';
import { PROCESS_FILE, processFromFile } from './processFile';
import { say } from './say';

const PROCESS = { name: PROCESS_FILE, stem: 'salesprocess' };

/**
 * Whether a file was probably meant to be the process and is not read as one, see `isMeantToBe`.
 *
 * @param isThere whether there is a process file
 */
export function isMisnamed(name: string, isThere: boolean): boolean {
  return isMeantToBe(PROCESS, name, isThere);
}

/** How the team of a folder sells, and what is wrong with its process file. */
export interface ProcessOfFolder {
  readonly process: Process;
  readonly problems: readonly ProcessProblem[];
}

/** What was found of a pipeline's process. */
export interface ProcessFiles {
  /** The process file, where there is one. */
  readonly file: { readonly text: string } | { readonly problem: Problem } | undefined;
  readonly misnamed: readonly ProcessProblem[];
}

/**
 * The process of a pipeline's folder. Where it has only one by another name, it isn't known what the team allows.
 *
 * @param before the last process that could be read, if there was one
 */
export function processFound({ file, misnamed }: ProcessFiles, before?: Process): ProcessOfFolder {
  if (file) {
    const { process, problems } = processFromFile(file, before);
    return { process, problems: [...problems, ...misnamed] };
  }
  const [unknownRules] = misnamed;
  return {
    process: unknownRules ? { ...DEFAULT_PROCESS, unknownRules } : DEFAULT_PROCESS,
    problems: misnamed,
  };
}

/**
 * What is wrong with the names of files in a pipeline's folder; and where there is no process file, in those above it, where
 * one would count too.
 *
 * @param folders the names of what is in each of them, the pipeline's own first
 * @param isThere whether there is a process file
 */
export function misnamedAmong(
  folders: readonly Iterable<string>[],
  isThere: boolean,
): readonly ProcessProblem[] {
  return folders.flatMap((names, up) =>
    [...names]
      .filter(name => isMisnamed(name, isThere))
      .toSorted()
      .map(name => ({
        ...error('misnamed-process-file', say('misnamed', { file: name, isThere })),
        file: '../'.repeat(up) + name,
      })),
  );
}
