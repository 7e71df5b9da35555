import { join, sep } from 'node:path';
import { Option, type Command } from 'commander';
import { reportOn } from '../actions/report';
import { funnelAsJson } from '../core/exchange/json/funnel';
import { addCsvOptions, checkCsvOptions, type CsvOptions } from './csvOptions';
import { filterMeant } from './filterMeant';
import { addFilterOptions, type FilterOptions } from './filterOptions';
import { filterInWords } from '../words/filter';
import { betweenWords } from '../words/between';
import { reportWords } from '../words/report';
import { moneyIn } from '../core/moneyFormat';
import { reportAsMarkdown } from '../words/report/reportMarkdown';
import { funnelAsText } from './funnelText';
import { gitOf, orNoAnswer } from './git';
import { asOfMeant } from './asOfMeant';
import { toText } from './options';
import { complain, print, printJson, printCsvText } from './output';
import { openAloud } from './openAloud';
import type { Session } from './session';
import type { Terminal } from './terminal';

const HELP = `
Examples, how things stood at the end of March, and a report of the week on one team's deals:
  $ deal-notes funnel sales --as-of 2026-03-31
  $ deal-notes funnel sales --owner dana --owner marek --markdown > report.md

In the JSON rates are fractions of 1, times are in days and sums of money are by currency; a figure
with nothing to divide by is null. The CSV has a line for each stage.`;

interface FunnelOptions extends CsvOptions {
  readonly asOf?: string;
  readonly json?: true;
  readonly markdown?: true;
}

export function addFunnel(program: Command, session: Session): void {
  const command = program
    .command('funnel')
    .summary('show where deals are lost and where they wait')
    .description('Show how far deals get, where they are lost, where they wait, and what is open.')
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option(
      '--as-of <point>',
      'show the deals as they stood at the end of a day, such as "yesterday", or as the files were at a branch, a tag or a commit (default: as they are)',
      toText,
    );
  command
    .option('--json', 'print JSON')
    .addOption(new Option('--markdown', 'print a report to read, as Markdown').conflicts('json'))
    .addOption(new Option('--csv', 'print the stages as CSV').conflicts(['json', 'markdown']));
  addFilterOptions(addCsvOptions(command))
    .addHelpText('after', HELP)
    .action(
      session.ends((folder: string, options: FunnelOptions & FilterOptions) =>
        showFunnel(session.terminal, folder, options),
      ),
    );
}

async function showFunnel(
  terminal: Terminal,
  named: string,
  options: FunnelOptions & FilterOptions,
): Promise<void> {
  checkCsvOptions(options);
  const opened = await openAloud(terminal, named);
  const { root, pipeline } = opened;
  const { process } = pipeline;
  const filter = await filterMeant(options, terminal, opened, options.asOf === undefined);
  const { day, then } = await asOfMeant(options.asOf, terminal, opened.folder);
  const wish = { filter, against: 'week', asOf: day } as const;
  const report = await orNoAnswer(
    reportOn(opened, { clock: terminal.clock, git: gitOf(terminal) }, wish, then),
  );
  const words = reportWords('en');
  if (report.historyGap) complain(terminal, words.historyGap(report.historyGap));
  if (report.outside) complain(terminal, betweenWords('en').outside(report.outside));
  const only = filterInWords(filter, process);
  const sources = { report, process, words, money: moneyIn(pipeline.currencies) };
  if (options.json) printJson(terminal, funnelAsJson(report));
  else if (options.markdown)
    print(
      terminal,
      reportAsMarkdown(sources, only, path => join(root, path).split(sep).join('/')),
    );
  else if (options.csv) {
    // Not at the start: every other call would wait for it.
    const { stagesAsCsv } = await import('../core/text/stagesCsv');
    printCsvText(terminal, stagesAsCsv(report.stages, process, options.separator), options.bom);
  } else print(terminal, funnelAsText(sources, only));
}
