import type { Command } from 'commander';
import { basename } from 'node:path';
import type { CalendarDate } from '../core/calendar';
import type { Answer, Wish } from '../core/deal/transition';
import type { Process } from '../core/process/process';
import { isDealFile } from '../core/pipeline/paths';
import type { Problem, ProblemCode } from '../core/problem';
import { waitsFor } from '../core/process/processFile';
import { describeMove, moveFile, tryMove, type Moved } from './moveFile';
import { toDate, toStage, toText } from './options';
import { complain, print, printJson, printText } from './output';
import type { Session } from './session';
import { distinctFiles, processFinder } from './targets';
import { absolute, type Terminal } from './terminal';

interface MoveOptions {
  json?: true;
  on?: CalendarDate;
  dryRun?: true;
  force?: true;
}

const JSON_HELP = `
The JSON is a list with one item a file: path, ok, and title, from {stage, status}, to {stage, status},
warnings; of a file that is refused path, ok, code, line, message. With --dry-run also diff. Where a rule of
sales-process.yaml blocks the move, or cannot be read, the code is "not-allowed".`;

export function addMoves(program: Command, session: Session): void {
  const run = (files: readonly string[], options: MoveOptions, wishIn: (sales: Process) => Wish) =>
    move(session.terminal, files, options, wishIn);
  add(program, 'advance', 'move deals on to the next stage', 'deal-notes advance deals/acme.md').action(
    session.ends((files: string[], options: MoveOptions) => run(files, options, () => ({ kind: 'advance' }))),
  );
  add(program, 'back', 'move deals back to the previous stage', 'deal-notes back deals/acme.md').action(
    session.ends((files: string[], options: MoveOptions) => run(files, options, () => ({ kind: 'back' }))),
  );
  add(program, 'move', 'move deals to a stage', 'deal-notes move deals/acme.md --to proposal')
    .requiredOption('--to <stage>', "the stage's id, label or alias", toText)
    .action(
      session.ends((files: string[], options: MoveOptions & { to: string }) =>
        run(files, options, sales => ({ kind: 'set', stage: toStage(options.to, sales) })),
      ),
    );
  add(program, 'win', 'mark deals as won', 'deal-notes win deals/acme.md --on 2026-11-20').action(
    session.ends((files: string[], options: MoveOptions) => run(files, options, () => ({ kind: 'win' }))),
  );
  add(program, 'stop', 'mark deals as lost', 'deal-notes stop deals/acme.md --reason price')
    .requiredOption('--reason <reason>', 'why the deal was lost, such as "price"', toText)
    .option('--note <note>', 'more about it', toText)
    .action(
      session.ends((files: string[], options: MoveOptions & { reason: string; note?: string }) =>
        run(files, options, () => ({ kind: 'stop', reason: options.reason, note: options.note })),
      ),
    );
  add(program, 'reopen', 'open won or lost deals again', 'deal-notes reopen deals/acme.md').action(
    session.ends((files: string[], options: MoveOptions) => run(files, options, () => ({ kind: 'reopen' }))),
  );
}

function add(program: Command, name: string, summary: string, example: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(
      `${summary[0]!.toUpperCase()}${summary.slice(1)}. Files that cannot be moved are left unchanged and reported.`,
    )
    .argument('<FILE...>', 'deal files')
    .option('--on <date>', 'the day to record in the history (default: today)', toDate)
    .option('--dry-run', 'print the change as a unified diff and write nothing')
    .option('--force', 'move even where sales-process.yaml blocks it')
    .option('--json', 'print JSON')
    .addHelpText('after', `\nExample:\n  $ ${example}\n${JSON_HELP}`);
}

/** Tries every file, whatever becomes of the others. A wish that makes no sense for one stops it before the first. */
async function move(
  terminal: Terminal,
  files: readonly string[],
  options: MoveOptions,
  wishIn: (sales: Process) => Wish,
): Promise<number> {
  const when = options.on ? { chosen: options.on } : { today: terminal.clock.today() };
  const findProcess = processFinder(terminal);
  const targets = distinctFiles(terminal, files).map(path => {
    const { process: sales } = findProcess(path);
    return { path, sales, wish: wishIn(sales) };
  });
  // A script has nobody to ask: what is warned of is done and told, and so recorded in the history.
  const answer: Answer = { despite: options.force ? 'rules' : 'warnings' };
  const change = options.dryRun ? tryMove : moveFile;
  const moved: Moved[] = [];
  for (const { path, sales, wish } of targets) {
    const result =
      refusal(path, options.force ? undefined : sales.unknownRules) ??
      (await change({ path, file: absolute(terminal, path) }, wish, sales, when, answer));
    if (!options.json) tell(terminal, result, sales);
    moved.push(result);
  }
  if (options.json) printJson(terminal, moved);
  return moved.every(({ ok }) => ok) ? 0 : 1;
}

/** Why a file is not even read: its rules may forbid the move, or it is the template that `deals/*.md` names too. */
function refusal(path: string, unknownRules: Problem | undefined): Moved | undefined {
  const refused = (code: ProblemCode, message: string): Moved => ({
    path,
    ok: false,
    code,
    line: 1,
    message,
  });
  if (unknownRules) return refused('not-allowed', `${waitsFor(unknownRules)}, or use --force.`);
  if (isDealFile(basename(path))) return undefined;
  return refused(
    'not-possible',
    'This is not a deal file: README.md and names that begin with “_” or “.” never are. Nothing was changed.',
  );
}

function tell(terminal: Terminal, moved: Moved, sales: Process): void {
  if (!moved.ok) {
    complain(terminal, `${moved.path}:${moved.line}: ${moved.message}`);
    return;
  }
  for (const warning of moved.warnings) complain(terminal, `${moved.path}: warning: ${warning}`);
  if (moved.diff === undefined) print(terminal, [describeMove(moved, sales)]);
  else printText(terminal, moved.diff);
}
