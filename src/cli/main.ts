import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { isSystemError } from '../files/disk/disk';
import { addCheck } from './checkCommand';
import { addFunnel } from './funnelCommand';
import { addList } from './listCommand';
import { addMoves } from './moveCommands';
import { complain, complainText, surviveClosedPipes } from './output';
import { UsageError } from './usage';

const HELP = `
FOLDER is a pipeline: a folder of Markdown files with YAML front matter, one file a deal. It defaults to
the current folder, or to its subfolder "deals" if the current one has no deals of its own.

Exit codes: 0 done; 1 problems were found, or a file was refused (the others are done); 2 wrong usage.

Example:
  $ deal-notes advance deals/acme.md --dry-run`;

async function main(args: readonly string[]): Promise<void> {
  const program = new Command('deal-notes')
    .description(
      'A folder of Markdown files as a sales pipeline: see the deals, move them, measure the funnel.',
    )
    .version(version)
    .configureOutput({ writeErr: complainText })
    .showHelpAfterError('(deal-notes --help shows the commands.)')
    .exitOverride()
    .addHelpText('after', HELP);
  for (const add of [addList, addMoves, addFunnel, addCheck]) add(program);
  await program.parseAsync(args);
}

/** Messages are for people; anything that was not foreseen is a bug and says so. */
function report(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof UsageError) {
    complain(`deal-notes: ${cause.message}`);
    return 2;
  }
  if (isSystemError(cause) && cause.syscall === 'uv_cwd') {
    complain('deal-notes: The current folder no longer exists.');
    return 2;
  }
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  complain(`This is a bug in deal-notes: ${message}`);
  if (process.env['DEAL_NOTES_DEBUG']) complainText(`${stack}\n`);
  else complain('Set DEAL_NOTES_DEBUG=1 to see where it happened.');
  return 1;
}

surviveClosedPipes();
main(process.argv).catch((cause: unknown) => {
  process.exitCode = report(cause);
});
