import { readDeal } from '../core/deal/readDeal';
import type { Problem } from '../core/problem';
import type { ProcessProblem } from '../core/process/process';
import { readText } from '../files/disk/disk';
import { byPlace, findingsIn, type Finding } from './findings';
import { complainOfLeftOut } from './leftOut';
import { complainOfNoDeals } from './noDeals';
import { complainOfOtherKeys } from './otherKeys';
import { openFound, openStaged, type NamedFolder, type PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';
import { unmergedAmong } from './unmergedAmong';

/** What is looked for, and where. */
export interface Sought {
  /** The files that are meant, where not all are. */
  readonly only: ReadonlySet<string> | undefined;
  readonly isShown: (problem: Problem) => boolean;
  readonly staged?: true;
  /** What files would say by their paths below the folder, where that is another text than on the disk. */
  readonly texts: ReadonlyMap<string, string> | undefined;
  /** Whether there is no other pipeline below it. */
  readonly isAlone: boolean;
  /** What lies below it and was probably meant to be the process of a folder. */
  readonly misnamed: readonly ProcessProblem[];
}

/** The findings, those that are shown with their places; and in how many files was looked for them. */
export async function findProblems(
  terminal: Terminal,
  found: NamedFolder,
  { only, isShown, staged, texts = new Map(), isAlone, misnamed }: Sought,
): Promise<{ findings: Finding[]; files: number }> {
  const today = terminal.clock.today();
  const { opened: read, textOf } = staged
    ? await openStaged(terminal, found)
    : await openOnDisk(terminal, found, texts);
  const opened = { ...read, processProblems: [...read.processProblems, ...misnamed] };
  if (isAlone) {
    complainOfNoDeals(terminal, opened);
    complainOfOtherKeys(terminal, opened);
  }
  complainOfLeftOut(terminal, opened);
  const isTold = (problem: Problem, path: string) => isShown(problem) && (!only || only.has(path));
  const ofDeals = findingsIn(opened, today, textOf, isTold);
  const findings = [...ofDeals, ...(await unmergedAmong(terminal, opened, ofDeals))].sort(byPlace);
  return only ? among(only, opened, findings) : { findings, files: opened.pipeline.files.total };
}

async function openOnDisk(terminal: Terminal, found: NamedFolder, fixed: ReadonlyMap<string, string>) {
  const opened = await openFound(terminal, found);
  const { pipeline } = opened;
  for (const [path, text] of fixed) pipeline.set(readDeal(path, text, pipeline.process));
  const onDisk = (path: string) => {
    const read = readText(found.folder, path);
    return 'text' in read ? read.text : undefined;
  };
  return { opened, textOf: (path: string) => fixed.get(path) ?? onDisk(path) };
}

function among(
  paths: ReadonlySet<string>,
  { pipeline }: PipelineOnDisk,
  findings: readonly Finding[],
): { findings: Finding[]; files: number } {
  return {
    findings: findings.filter(({ below }) => paths.has(below)),
    files: [...paths].filter(path => pipeline.get(path)).length,
  };
}
