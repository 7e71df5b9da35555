import { distance } from 'fastest-levenshtein';
import { asCopyNames } from '../copyNames';
import { error, type Problem } from '../problem';
import { DEFAULT_PROCESS, type Process, type ProcessProblem } from './process';
import { PROCESS_FILE, processFromFile } from './processFile';
import { say } from './say';

const STEM = 'salesprocess';
/** Windows hides the end of a name, and editors add their own to one that they do not know. */
const NAME = /^([^._].*?)\.(ya?ml|json)(?:\.(?:txt|md))?$/i;

/**
 * Whether a file was probably meant to be the process and is not read as one: `sales-process.yml`, `Sales Process.yaml`,
 * `sales-proces.yaml.txt`, or a copy such as `sales-process (1).yaml`.
 *
 * @param isThere whether there is a process file; then only one that is called the same may be taken for it
 */
export function isMisnamed(name: string, isThere: boolean): boolean {
  const plain = name.normalize('NFKC');
  const [, stem, kind] = NAME.exec(plain) ?? [];
  if (stem === undefined || name === PROCESS_FILE) return false;
  // What somebody keeps as the old one isn't meant to be read.
  const copies = asCopyNames(stem).filter(({ kind }) => kind !== 'word');
  if (copies.some(({ original }) => lettersOf(original) === STEM)) return true;
  const letters = lettersOf(stem);
  // Where names do not differ by their case, it is the one that is read.
  if (isThere)
    return letters === STEM && plain.toLowerCase() !== PROCESS_FILE && kind!.toLowerCase() !== 'json';
  return isNear(letters);
}

function lettersOf(stem: string): string {
  return stem.toLowerCase().replace(/[\s._\-\u2010-\u2015]+/g, '');
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
