import { distance } from 'fastest-levenshtein';
import { error, type Problem } from '../problem';
import { DEFAULT_PROCESS, type Process } from './process';
import { PROCESS_FILE, processFromFile } from './processFile';
import { say } from './say';

/** A problem of a process, with the file in the pipeline's folder that it is in. */
export interface ProcessProblem extends Problem {
  /** Its name, where it is not that of the process file. */
  readonly file?: string;
}

const STEM = 'salesprocess';
/** Windows hides the end of a name, and editors add their own to one that they do not know. */
const NAME = /^([^._].*?)\.(ya?ml|json)(?:\.(?:txt|md))?$/;

/**
 * Whether a file was probably meant to be the process and is not read as one: `sales-process.yml`, `Sales Process.yaml`,
 * `sales-proces.yaml.txt`.
 *
 * @param isThere whether there is a process file; then only one that is called the same may be taken for it
 */
export function isMisnamed(name: string, isThere: boolean): boolean {
  const lower = name.normalize('NFKC').toLowerCase();
  const [, stem, kind] = NAME.exec(lower) ?? [];
  if (stem === undefined || name === PROCESS_FILE) return false;
  const letters = stem.replace(/[\s._\-\u2010-\u2015]+/g, '');
  // Where names do not differ by their case, it is the one that is read.
  if (isThere) return letters === STEM && lower !== PROCESS_FILE && kind !== 'json';
  return isNear(letters);
}

/** One letter is another, missing, or too many; or two have changed places. */
function isNear(letters: string): boolean {
  const away = distance(letters, STEM);
  return away <= 1 || (away === 2 && sorted(letters) === sorted(STEM));
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}

/** How the team of a folder sells, and what is wrong with its process file. */
export interface ProcessOfFolder {
  readonly process: Process;
  readonly problems: readonly ProcessProblem[];
}

/**
 * The process of a pipeline's folder.
 *
 * @param names of the files in it
 * @param file the process file, where there is one
 */
export function processOfFolder(
  names: Iterable<string>,
  file: { readonly text: string } | { readonly problem: Problem } | undefined,
): ProcessOfFolder {
  const misnamed = misnamedAmong(names, file !== undefined);
  if (!file) return { process: DEFAULT_PROCESS, problems: misnamed };
  const { process, problems } = processFromFile(file);
  return { process, problems: [...problems, ...misnamed] };
}

/**
 * What is wrong with the names of files in a pipeline's folder.
 *
 * @param isThere whether there is a process file
 */
export function misnamedAmong(names: Iterable<string>, isThere: boolean): readonly ProcessProblem[] {
  return [...names]
    .filter(name => isMisnamed(name, isThere))
    .toSorted()
    .map(file => ({ ...error('misnamed-process-file', say('misnamed', { file, isThere })), file }));
}
