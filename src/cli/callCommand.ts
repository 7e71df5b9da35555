import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { reportOn } from '../actions/report';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { callsAsJson } from '../core/exchange/json/funnel/calls';
import { moneyIn } from '../core/moneyFormat';
import { reportWords } from '../words/report';
import { addChangeOptions } from './changeHelp';
import { filterMeant } from './filterMeant';
import { FILTER_OPTIONS } from './filterOptions';
import { gitOf } from './git';
import { openAloud } from './openAloud';
import { toText } from './options';
import { print, printJson } from './output';
import type { CallOptions } from './setCall';
import type { Session } from './session';
import { absolute, type Terminal } from './terminal';
import { UsageError } from './usage';

const HELP = `
Examples:
  $ deal-notes call 115k
  $ deal-notes call 450k --owner team --period "next quarter"
  $ deal-notes call sales

AMOUNT is what the quarter will bring, won deals included. It goes as one line below the owner's name into
${CALLS_FILE} in the pipeline's folder; a second call of one day takes the place of the first. Without AMOUNT the calls
are shown, beside what is won, and of past quarters how near they came. A single argument that is no amount is FOLDER.

The JSON of the calls is that of "calls" in deal-notes funnel --json. Of a new call it is a list of one item: path, ok,
owner, period, on, call {amount, currency} and, where the day had another call, instead; of one that is refused path,
ok, code, line, message. With --dry-run also diff.`;

export function addCall(program: Command, session: Session): void {
  const command = program
    .command('call')
    .summary('set a forecast call, or show the calls against what came')
    .description('Set what an owner says the quarter will bring; or show the calls against what came.')
    .argument('[AMOUNT]', 'the call, such as "115k"', toText)
    .argument('[FOLDER]', 'the pipeline\'s folder (default: ".")')
    .option(
      '--period <quarter>',
      'the quarter, such as 2026-Q4 or "next quarter" (default: this one)',
      toText,
    )
    .option('--on <day>', 'when the call was made, such as "friday" (default: today)', toText);
  for (const { key, option } of FILTER_OPTIONS) if (key === 'owner') command.addOption(option);
  addChangeOptions(command)
    .addHelpText('after', HELP)
    .action(
      session.ends((first: string | undefined, second: string | undefined, options: CallOptions) =>
        callOrShow(session.terminal, first, second, options),
      ),
    );
}

async function callOrShow(
  terminal: Terminal,
  first: string | undefined,
  second: string | undefined,
  options: CallOptions,
): Promise<number | void> {
  const isFolder =
    first !== undefined &&
    second === undefined &&
    !/\d/.test(first.trim()[0]!) &&
    isFolderAt(terminal, first);
  if (first === undefined || isFolder) return showCalls(terminal, first ?? '.', options);
  // Not at the start: every other call would wait for it.
  const { setCallAndTell } = await import('./setCall');
  return setCallAndTell(terminal, first, second ?? '.', options);
}

function isFolderAt(terminal: Terminal, named: string): boolean {
  return statSync(absolute(terminal, named), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function showCalls(terminal: Terminal, named: string, options: CallOptions): Promise<void> {
  for (const key of ['period', 'on', 'dryRun'] as const)
    if (options[key] !== undefined)
      throw new UsageError(`--${key === 'dryRun' ? 'dry-run' : key} needs an AMOUNT: the call to set.`);
  const opened = await openAloud(terminal, named);
  const { pipeline } = opened;
  const { process } = pipeline;
  const filter = await filterMeant({ owner: options.owner }, terminal, opened);
  const report = await reportOn(opened, { clock: terminal.clock, git: gitOf(terminal) }, { filter });
  // By owner alone, so that there always are some.
  const calls = report.calls!;
  if (options.json) return printJson(terminal, callsAsJson(calls));
  const sources = { report, process, words: reportWords('en'), money: moneyIn(pipeline.currencies) };
  const { callsAsText } = await import('./callsText');
  print(terminal, callsAsText(calls, sources));
}
