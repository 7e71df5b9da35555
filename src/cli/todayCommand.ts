import type { Command } from 'commander';
import { reportOn } from '../actions/report';
import { plainText } from '../core/escape';
import { todayAsJson } from '../core/exchange/json/today';
import { moneyIn } from '../core/moneyFormat';
import { filterInWords } from '../words/filter';
import { reportWords } from '../words/report';
import { filesLine } from '../words/report/filesLine';
import { filesToFix, filesToFixAsText } from './attention';
import { filterMeant } from './filterMeant';
import { FILTER_OPTIONS, type FilterOptions } from './filterOptions';
import { gitOf } from './git';
import { toPastDay, toText } from './options';
import { complain, print, printJson } from './output';
import { openAloud } from './openAloud';
import type { Session } from './session';
import type { Terminal } from './terminal';

const HELP = `
Examples:
  $ deal-notes today --owner me
  $ deal-notes today sales --since yesterday --json

The quota is the owner's if you name one, else the team's. What comes first is set by "today" in
sales-process.yaml. A deal with on_hold_until in the future isn't listed.`;

type TodayOptions = FilterOptions & { readonly json?: true; readonly since?: string };

export function addToday(program: Command, session: Session): void {
  const command = program
    .command('today')
    .summary('show what to do today, most urgent first')
    .description(
      'Show how the quarter stands against the quota, what to do today, what has changed since last Monday, and the files that need attention.',
    )
    .argument('[FOLDER]', "the pipeline's folder", '.')
    .option(
      '--since <date>',
      'show what has changed from that day on, such as "friday" (default: last Monday)',
      toText,
    )
    .option('--json', 'print JSON');
  for (const { key, option } of FILTER_OPTIONS) if (key === 'owner') command.addOption(option);
  command
    .addHelpText('after', HELP)
    .action(
      session.ends((folder: string, options: TodayOptions) => showToday(session.terminal, folder, options)),
    );
}

async function showToday(terminal: Terminal, named: string, options: TodayOptions): Promise<void> {
  const opened = await openAloud(terminal, named);
  const { root, pipeline } = opened;
  const { process } = pipeline;
  const filter = await filterMeant(options, terminal, opened);
  const since = options.since === undefined ? undefined : await toPastDay(options.since, terminal);
  const ports = { clock: terminal.clock, git: gitOf(terminal) };
  const report = await reportOn(opened, ports, { filter, ...(since && { since }) });
  const words = reportWords('en');
  if (report.historyGap) complain(terminal, words.historyGap(report.historyGap));
  const files = await filesToFix(opened, report.asOf);
  if (options.json) return printJson(terminal, todayAsJson(report, filter.owner ?? [], files));
  const only = filterInWords(filter, process);
  const sources = { report, process, words, money: moneyIn(pipeline.currencies) };
  // Not at the start: every other call would wait for it.
  const { todayAsText } = await import('./todayText');
  print(terminal, [
    words.today.heading(report.asOf),
    ...(only ? [words.only(plainText(only), report.leftOut)] : []),
    '',
    ...todayAsText(sources, root),
    ...(files.length
      ? [`${words.today.attention} · ${files.length}`, ...filesToFixAsText(files, root), '']
      : []),
    ...(report.inConflict ? [words.gaps.inConflict(report.inConflict)] : []),
    filesLine(report.files),
  ]);
}
