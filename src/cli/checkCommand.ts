import { Option, type Command } from 'commander';
import { checkAsJson } from '../core/exchange/json/check';
import { isSerious, isToldToAll, type Problem } from '../core/problem';
import { isNotSetUpHere } from '../git/mergeDriver/state';
import { asLine, summary } from './checkText';
import type { Finding } from './findings';
import { gitOf, orNoAnswer } from './git';
import { findProblems } from './findProblems';
import { innerPipelines } from './innerPipelines';
import { complain, print, printJson } from './output';
import { pipelineFolder, type NamedFolder } from './pipeline';
import { toSarif } from './sarif';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { sentenceOf } from '../words/sentence';

const HELP = `
Examples, in CI and as a pre-commit hook:
  $ deal-notes check sales --changed=origin/main
  $ deal-notes check sales --staged
Preview and apply the fixes that need no guessing:
  $ deal-notes check --fix --dry-run
  $ deal-notes check --fix

--fix rewrites only what has one clear meaning, such as a date or an amount, in the form it should have. What is
left is shown and counts for the exit code; undo takes the fixes back.

Exit codes: 0 no problems, or only hints; 1 there are errors or warnings (with --strict:
or hints); 2 wrong usage, no git or no such revision.

The JSON is {version, problems}; each problem has path, line, column, endLine, endColumn (null if
only the line is known), severity ("error", "warning" or "hint"), code, message; paths can be opened
from the current folder. With --sarif it is a SARIF 2.1.0 log, in which hints are notes.`;

interface Options {
  readonly json?: true;
  readonly sarif?: true;
  readonly hints?: true;
  readonly strict?: true;
  /** A revision, where one was named. */
  readonly changed?: string | true;
  readonly staged?: true;
  readonly fix?: true;
  readonly dryRun?: true;
}

export function addCheck(program: Command, session: Session): void {
  program
    .command('check')
    .summary('find problems in the files')
    .description('Find every problem in the files of a pipeline, including its sales-process.yaml.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option('--hints', 'show hints too: what could be better')
    .option('--strict', 'show hints, and end with exit code 1 if there are any')
    .option('--changed [revision]', 'only files that differ from the revision (default: HEAD)')
    .addOption(new Option('--staged', 'only what is staged, as it will be committed').conflicts('changed'))
    .addOption(new Option('--fix', 'make the fixes that need no guessing').conflicts('staged'))
    .option('--dry-run', 'with --fix: print the fixes as a unified diff and write nothing')
    .option('--json', 'print JSON')
    .addOption(new Option('--sarif', 'print SARIF 2.1.0').conflicts('json'))
    .addHelpText('after', HELP)
    .action(session.ends((folder: string, options: Options) => check(session.terminal, folder, options)));
}

async function check(terminal: Terminal, named: string, options: Options): Promise<number> {
  const { fix, dryRun } = options;
  if (dryRun && !fix) throw new UsageError('--dry-run goes with --fix: without that nothing is written.');
  const found = pipelineFolder(terminal, named);
  const showsHints = options.hints || options.strict;
  const isShown = (problem: Problem) => showsHints === true || isToldToAll(problem);
  const inner = innerPipelines(found);
  const findings: Finding[] = [];
  let files = 0;
  // Who checks a folder, in a hook or in CI, means all that is in it.
  for (const one of [found, ...inner.pipelines]) {
    const only = await onlyThese(terminal, one, options);
    const texts = fix ? await fixAndTell(terminal, one, only, options) : undefined;
    const isAlone = inner.pipelines.length === 0;
    const misnamed = one === found ? inner.misnamed : [];
    const checked = await findProblems(terminal, one, {
      only,
      isShown,
      texts,
      isAlone,
      misnamed,
      ...options,
    });
    for (const finding of checked.findings) findings.push(finding);
    files += checked.files;
  }
  const shown = findings.filter(isShown);
  const lines = [...shown.map(asLine), summary(findings, files, isShown)];
  if (await isNotSetUpHere(found.folder, terminal).catch(() => false))
    complain(
      terminal,
      'Your team merges deals field by field, and this clone isn’t set up for it. Run deal-notes git setup.',
    );
  if (options.json) printJson(terminal, checkAsJson(shown, sentenceOf));
  else if (options.sarif) printJson(terminal, toSarif(shown));
  // What would be left does not belong into a patch.
  else if (dryRun) for (const line of lines) complain(terminal, line);
  else print(terminal, lines);
  return (options.strict ? findings.length : findings.some(isSerious)) ? 1 : 0;
}

/** What the files say that were fixed, or would say, by their paths below the folder. */
async function fixAndTell(
  terminal: Terminal,
  found: NamedFolder,
  only: ReadonlySet<string> | undefined,
  options: Options,
): Promise<ReadonlyMap<string, string>> {
  // Not at the start, since it reads days as people say them.
  const { fixPipeline, tellFixes } = await import('./fix');
  const fixes = await fixPipeline(terminal, found, only, options.dryRun);
  tellFixes(terminal, found, fixes, options);
  return fixes.texts;
}

/** The files that are meant, by their paths below the folder, where not all are. */
async function onlyThese(
  terminal: Terminal,
  { folder }: NamedFolder,
  { changed, staged }: Options,
): Promise<ReadonlySet<string> | undefined> {
  if (staged) return orNoAnswer(gitOf(terminal).stagedFiles(folder));
  if (changed === undefined) return undefined;
  return orNoAnswer(gitOf(terminal).changedFiles(folder, changed === true ? undefined : changed));
}
