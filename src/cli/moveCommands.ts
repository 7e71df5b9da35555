import type { Command } from 'commander';
import { moveDeals } from '../actions/moveDeals';
import type { Done } from '../actions/result';
import type { Moved, Wish } from '../core/deal/transition';
import { plainText } from '../core/escape';
import { moveAsJson } from '../core/exchange/json/moves';
import type { Problem } from '../core/problem';
import { stageOf, type Process } from '../core/process/process';
import { waitsFor } from '../core/process/processFile';
import { change, type ChangeOptions } from './change';
import { toDay, toStage, toText } from './options';
import type { Session } from './session';
import type { Terminal } from './terminal';
import { error } from '../core/problem';

interface MoveOptions extends ChangeOptions {
  readonly on?: string;
  readonly force?: true;
}

const JSON_HELP = `
The JSON is a list with one item per file: path, ok, and title, from {stage, status}, to {stage, status},
warnings; of a file that is refused path, ok, code, line, message. With --dry-run also diff. Where a rule of
sales-process.yaml blocks the move, or cannot be read, the code is "not-allowed".`;

/** The commands that give a deal an outcome. */
const BY_COMMANDS = { won: 'deal-notes win', lost: 'deal-notes stop' };
const AFTER_REOPENING = {
  won: 'another --to, then deal-notes win',
  lost: 'another --to, then deal-notes stop',
};

export function addMoves(program: Command, session: Session): void {
  const add = <O extends MoveOptions>(
    [name, summary, example]: readonly [name: string, summary: string, example: string],
    wishIn: (sales: Process, options: O) => Wish,
  ) =>
    addMove(program, name, summary, example).action(
      session.ends((files: string[], options: O) =>
        move(session.terminal, name, files, options, sales => wishIn(sales, options)),
      ),
    );
  add(['advance', 'move deals on to the next stage', 'deal-notes advance deals/acme.md'], () => ({
    kind: 'advance',
  }));
  add(['back', 'move deals back to the previous stage', 'deal-notes back deals/acme.md'], () => ({
    kind: 'back',
  }));
  add<MoveOptions & { to: string }>(
    ['move', 'move deals to a stage', 'deal-notes move deals/acme.md --to proposal'],
    (sales, { to }) => ({ kind: 'set', stage: toStage(to, sales, BY_COMMANDS) }),
  ).requiredOption('--to <stage>', "the stage's id, label or alias", toText);
  add(['win', 'mark deals as won', 'deal-notes win deals/acme.md --on 2026-11-20'], () => ({ kind: 'win' }));
  add<MoveOptions & { reason: string; note?: string }>(
    ['stop', 'mark deals as lost', 'deal-notes stop deals/acme.md --reason price'],
    (_, { reason, note }) => ({ kind: 'stop', reason, note }),
  )
    .requiredOption('--reason <reason>', 'why the deal was lost, such as "price"', toText)
    .option('--note <note>', 'more about it', toText);
  add<MoveOptions & { to?: string }>(
    ['reopen', 'open won or lost deals again', 'deal-notes reopen deals/acme.md'],
    (sales, { to }) => ({
      kind: 'reopen',
      ...(to !== undefined && { stage: toStage(to, sales, AFTER_REOPENING) }),
    }),
  ).option('--to <stage>', 'the stage to reopen it in, where the one it closed in isn’t known', toText);
}

function addMove(program: Command, name: string, summary: string, example: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(
      `${summary[0]!.toUpperCase()}${summary.slice(1)}. Files that cannot be moved are left unchanged and reported.`,
    )
    .argument('<FILE...>', 'deal files')
    .option('--on <day>', 'the day to record in the history, such as "yesterday" (default: today)', toText)
    .option('--dry-run', 'print the change as a unified diff and write nothing')
    .option('--force', 'move even where sales-process.yaml blocks it')
    .option('--json', 'print JSON')
    .addHelpText('after', `\nExample:\n  $ ${example}\n${JSON_HELP}`);
}

/** Tries every file, whatever becomes of the others. A wish that makes no sense for one stops it before the first. */
async function move(
  terminal: Terminal,
  command: string,
  files: readonly string[],
  options: MoveOptions,
  wishIn: (sales: Process) => Wish,
): Promise<number> {
  const { force } = options;
  const on = options.on === undefined ? undefined : await toDay(options.on, terminal);
  // What was read from words is told.
  const told = on === options.on ? '' : `, on ${on}`;
  return change<Moved>(terminal, files, options, {
    command,
    make: (workspace, named) =>
      moveDeals(workspace, named, sales => ({
        wish: wishIn(sales),
        on,
        // A script has nobody to ask: what is warned of is done and told, and so recorded in the history.
        answer: { despite: force ? 'rules' : 'warnings' },
      })),
    inWords: done => `${describeMove(done)}${told}`,
    asData: ({ plan }) => moveAsJson(plan),
    withWayOut: force ? problem => problem : orForce,
  });
}

/** Rules that nobody can read can be mended, or passed over. */
function orForce(problem: Problem, { unknownRules }: Process): Problem {
  if (!unknownRules || problem.code !== 'not-allowed') return problem;
  return error(problem.code, waitsFor(unknownRules, true), problem.line);
}

/** `Acme, warehouse scanners → Proposal`. */
function describeMove({ plan: { title, from, to }, process }: Done<Moved>): string {
  const stage = stageOf(process, to.stage).label;
  const outcome = {
    won: 'Won',
    lost: 'Lost',
    open: from.status === 'open' ? stage : `reopened in ${stage}`,
  };
  return `${plainText(title)} → ${plainText(outcome[to.status])}`;
}
