import { CommanderError, type Command } from 'commander';
import { version } from '../../package.json';
import { isSystemError } from '../files/disk/disk';
import { addAdopt } from './adoptCommand';
import { addBackfill } from './backfillCommand';
import { addBrief } from './briefCommand';
import { addCalendar } from './calendarCommand';
import { addCall } from './callCommand';
import { addCache } from './cacheCommand';
import { addChanges } from './changesCommand';
import { addCheck } from './checkCommand';
import { addFieldCommands } from './fieldCommands';
import { addFileCommands } from './fileCommands';
import { addGit } from './gitCommand';
import { addImport } from './importCommand';
import { addFunnel } from './funnelCommand';
import { addList } from './listCommand';
import { addMerge } from './mergeCommand';
import { addMessage } from './messageCommand';
import { addMoves } from './moveCommands';
import { addFollowUp, addNew } from './newCommands';
import { complain, complainText } from './output';
import { addHelp, OwnCommand, pointToHelp } from './program';
import { Session } from './session';
import type { Terminal } from './terminal';
import { addReview } from './reviewCommand';
import { addToday } from './todayCommand';
import { addUndo } from './undoCommand';
import { UsageError } from './usage';

const HELP = `
FOLDER is a pipeline: a folder of Markdown files with YAML front matter, one file per deal. It defaults to
the current folder, or to its subfolder "deals" if the current one has no deals of its own.

DEAL_NOTES_ME is your name as deals have it in owner; else it is found by git's user.name and user.email.
You are the owner of new deals, and --owner me.

Exit codes: 0 done; 1 problems found, or a file refused (the others are done); 2 wrong usage.

Example:
  $ deal-notes advance deals/acme.md --dry-run`;

/**
 * Does what a line typed into a terminal asks for.
 *
 * @param args what stands behind `deal-notes`
 * @returns the exit code
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const session = new Session(terminal);
  try {
    await programFor(session).parseAsync(args, { from: 'user' });
    return session.exitCode;
  } catch (cause) {
    return report(terminal, cause);
  }
}

function programFor(session: Session): Command {
  const { terminal } = session;
  const program = new OwnCommand('deal-notes')
    .description(
      'A folder of Markdown files as a sales pipeline: see the deals, move them, measure the funnel.',
    )
    .version(version)
    .configureOutput({
      writeOut: text => terminal.out(text),
      writeErr: text => complainText(terminal, text),
      getOutHelpWidth: () => terminal.columns ?? DEFAULT_COLUMNS,
      getErrHelpWidth: () => terminal.columns ?? DEFAULT_COLUMNS,
    })
    .showHelpAfterError('(deal-notes --help shows the commands.)')
    .exitOverride()
    .addHelpText('after', HELP);
  for (const add of COMMANDS) add(program, session);
  addHelp(program);
  pointToHelp(program);
  return program;
}

/** In the order in which help shows them. */
const COMMANDS = [
  ...[
    addList,
    addToday,
    addBrief,
    addReview,
    addCalendar,
    addNew,
    addMoves,
    addFieldCommands,
    addFileCommands,
    addFollowUp,
    addImport,
    addAdopt,
  ],
  ...[addUndo, addFunnel, addChanges, addCall, addCheck, addBackfill, addMessage, addGit, addMerge, addCache],
];

/** What commander assumes where the terminal's width isn't known. */
const DEFAULT_COLUMNS = 80;

/** Messages are for people; anything that was not foreseen is a bug and says so. */
function report(terminal: Terminal, cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof UsageError) {
    complain(terminal, `deal-notes: ${cause.message}`);
    return 2;
  }
  if (isSystemError(cause) && cause.syscall === 'uv_cwd') {
    complain(terminal, 'deal-notes: The current folder no longer exists.');
    return 2;
  }
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  complain(terminal, `This is a bug in deal-notes: ${message}`);
  if (terminal.env['DEAL_NOTES_DEBUG']) complainText(terminal, `${stack}\n`);
  else complain(terminal, 'Set DEAL_NOTES_DEBUG=1 to see where it happened.');
  return 1;
}
