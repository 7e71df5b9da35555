import { join } from 'node:path';
import { addressIn, pathBelow } from '../actions/address';
import { fixDeals, type Fixed } from '../actions/fixDeals';
import type { Result } from '../actions/result';
import { PROCESS_FILE } from '../core/process/processFile';
import { toAddress } from '../files/disk/addresses';
import { counted, FILES } from '../words/en/counted';
import { sentenceOf } from '../words/sentence';
import { complain, print, printText } from './output';
import { filePatches, patchText } from './patch';
import type { NamedFolder } from './pipeline';
import { remember } from './remember';
import type { Target } from './targets';
import type { Terminal } from './terminal';
import { diskWorkspace } from './workspace';

/** What was fixed in a pipeline, or would be. */
export interface Fixes {
  readonly result: Result<Fixed>;
  /** What the files say now, or would, by their paths below the folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** @param only the files that are meant, by their paths below the folder; all where none are named */
export async function fixPipeline(
  terminal: Terminal,
  found: NamedFolder,
  only: ReadonlySet<string> | undefined,
  dryRun: true | undefined,
): Promise<Fixes> {
  const folder = toAddress(found.folder);
  const workspace = diskWorkspace(terminal, dryRun);
  const result = await fixDeals(workspace, folder, path => only?.has(path) ?? true);
  if (!dryRun) await remember(terminal, 'check --fix', { folders: [folder], units: result.units });
  const texts = result.units.flat().map(({ file, after }) => [pathBelow(folder, file)!, after] as const);
  return { result, texts: new Map(texts) };
}

const PROBLEMS = { one: 'problem', other: 'problems' };

/** Tells of each problem that is gone; where data is printed or a patch, only of how many. */
export function tellFixes(
  terminal: Terminal,
  { root, folder }: NamedFolder,
  { result: { done, refused, units } }: Fixes,
  { dryRun, json, sarif }: { readonly dryRun?: true; readonly json?: true; readonly sarif?: true },
): void {
  const shown = (file: string) => join(root, pathBelow(toAddress(folder), file)!);
  const fixed = done.flatMap(({ file, plan }) =>
    plan.fixed.toSorted((a, b) => a.line - b.line).map(problem => ({ file, problem })),
  );
  const isData = json || sarif;
  if (dryRun && !isData) {
    const beside: Target = {
      path: join(root, PROCESS_FILE),
      file: addressIn(toAddress(folder), PROCESS_FILE),
    };
    for (const unit of units) printText(terminal, patchText(beside, filePatches(unit)));
  }
  if (!dryRun && !isData) {
    const lines = fixed.map(({ file, problem }) => {
      const { line, column = 1, code } = problem;
      return `${shown(file)}:${line}:${column}: fixed ${code}: ${sentenceOf(problem)}`;
    });
    print(terminal, lines);
  } else if (fixed.length) {
    const many = `${counted(fixed.length, PROBLEMS)} in ${counted(done.length, FILES)}`;
    complain(terminal, dryRun ? `Would fix ${many}.` : `Fixed ${many}.`);
  }
  for (const { file, problem } of refused)
    complain(terminal, `${shown(file)}:${problem.line}: ${sentenceOf(problem)}`);
}
