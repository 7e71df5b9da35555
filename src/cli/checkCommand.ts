import { join } from 'node:path';
import type { Command } from 'commander';
import type { Entry } from '../core/deal/deal';
import type { Problem } from '../core/problem';
import { PROCESS_FILE } from '../core/process/processFile';
import { print, printJson } from './output';
import { openPipeline, type OpenPipeline } from './pipeline';
import { count } from '../core/text/words';

const HELP = `
Example, as a pre-commit hook or in CI:
  $ deal-notes check sales

Exit code 1 says that there are problems. The JSON is a list of them: path, line, severity
("error" or "warning"), code, message; paths are as one can open them from the current folder.`;

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('find what is wrong in the files')
    .description('Find all that is wrong in the files of a pipeline, its sales-process.yaml included.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((folder: string, { json }: { json?: true }) => {
      const opened = openPipeline(folder);
      const problems = problemsOf(opened);
      if (json) printJson(problems);
      else print([...problems.map(asLine), summary(problems, opened)]);
      if (problems.length) process.exitCode = 1;
    });
}

/** A problem with the keys and their order that the JSON has. */
type Finding = { readonly path: string } & Pick<Problem, 'line' | 'severity' | 'code' | 'message'>;

function problemsOf({ root, pipeline, processProblems }: OpenPipeline): Finding[] {
  const finding =
    (path: string) =>
    ({ line, severity, code, message }: Problem): Finding => ({
      path: join(root, path),
      line,
      severity,
      code,
      message,
    });
  return [
    ...processProblems.map(finding(PROCESS_FILE)),
    ...Array.from(pipeline.all()).flatMap(entry => problemsIn(entry).map(finding(entry.path))),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function problemsIn(entry: Entry): readonly Problem[] {
  if (entry.kind === 'note') return [];
  return entry.kind === 'deal' ? entry.problems : [entry.problem];
}

function asLine({ path, line, severity, message, code }: Finding): string {
  return `${path}:${line}: ${severity} ${message} [${code}]`;
}

function summary(problems: readonly Finding[], { pipeline }: OpenPipeline): string {
  const files = `in ${count(pipeline.files.total, 'file')}`;
  if (problems.length === 0) return `No problems ${files}.`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const parts = `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
  return `${count(problems.length, 'problem')} ${files}: ${parts}.`;
}
