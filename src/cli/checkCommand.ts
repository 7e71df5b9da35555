import { Option, type Command } from 'commander';
import { checkAsJson } from '../core/exchange/json/check';
import { readText } from '../files/disk/disk';
import { isSerious } from '../core/problem';
import { findingsIn, type Finding } from './findings';
import { changedFiles, stagedFiles } from './gitFiles';
import { print, printJson } from './output';
import { openPipeline, openStaged, pipelineFolder, type OpenPipeline } from './pipeline';
import { toSarif } from './sarif';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';

const HELP = `
Examples, in CI and as a pre-commit hook:
  $ deal-notes check sales --changed=origin/main
  $ deal-notes check sales --staged

Exit codes: 0 no problems, or only hints; 1 there are errors or warnings (with --strict:
or hints); 2 wrong usage, no git or no such revision.

The JSON is {version, problems}; each problem with path, line, column, endLine, endColumn (null where
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
    .option('--json', 'print JSON')
    .addOption(new Option('--sarif', 'print SARIF 2.1.0').conflicts('json'))
    .addHelpText('after', HELP)
    .action(session.ends((folder: string, options: Options) => check(session.terminal, folder, options)));
}

function check(terminal: Terminal, folder: string, options: Options): number {
  const { findings, files } = find(terminal, folder, options);
  const showsHints = options.hints || options.strict;
  const shown = showsHints ? findings : findings.filter(isSerious);
  if (options.json) printJson(terminal, checkAsJson(shown, sentenceOf));
  else if (options.sarif) printJson(terminal, toSarif(shown));
  else print(terminal, [...shown.map(asLine), summary(findings, files, showsHints === true)]);
  return (options.strict ? findings.length : findings.some(isSerious)) ? 1 : 0;
}

/** The findings, and in how many files was looked for them. */
function find(
  terminal: Terminal,
  named: string,
  { changed, staged }: Options,
): { findings: Finding[]; files: number } {
  const today = terminal.clock.today();
  const found = pipelineFolder(terminal, named);
  const { folder } = found;
  if (staged) {
    const only = stagedFiles(terminal, folder);
    const { opened, texts } = openStaged(terminal, found);
    return among(
      only,
      opened,
      findingsIn(opened, today, path => texts.get(path)),
    );
  }
  const opened = openPipeline(terminal, named);
  const textOf = (path: string) => {
    const read = readText(folder, path);
    return 'text' in read ? read.text : undefined;
  };
  const findings = findingsIn(opened, today, textOf);
  if (changed === undefined) return { findings, files: opened.pipeline.files.total };
  return among(changedFiles(terminal, folder, changed === true ? undefined : changed), opened, findings);
}

function among(
  paths: ReadonlySet<string>,
  { pipeline }: OpenPipeline,
  findings: readonly Finding[],
): { findings: Finding[]; files: number } {
  return {
    findings: findings.filter(({ below }) => paths.has(below)),
    files: [...paths].filter(path => pipeline.get(path)).length,
  };
}

/** `deals/acme.md:3:12: error unknown-stage: There is no stage “propsal”.` */
function asLine({ path, line, column = 1, severity, says, code }: Finding): string {
  return `${path}:${line}:${column}: ${severity} ${code}: ${sentenceOf({ says })}`;
}

function summary(findings: readonly Finding[], files: number, showsHints: boolean): string {
  const many = (severity: Finding['severity']) => findings.filter(one => one.severity === severity).length;
  const hints = findings.filter(one => !isSerious(one)).length;
  return reportWords('en').checked({
    ...{ files, hints, showsHints },
    ...{ problems: findings.length - hints, errors: many('error'), warnings: many('warning') },
  });
}
