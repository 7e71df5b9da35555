import type { Command } from 'commander';
import { addChangeOptions } from './changeHelp';
import type { ChangeOptions } from './change';
import type { Session } from './session';

const HELP = `
Examples:
  $ deal-notes backfill --dry-run
  $ deal-notes backfill sales

For deals whose files have no history, or were moved by hand, git knows from its commits when they came to which stage, and
when they were won or lost. Figures count that anyway; this command writes it into the files, for who reads them
without git. The file’s own lines stay, and count. A deal is left, and told, if its history contradicts git, if its move is
not committed yet, or if this clone has only its latest commits. Called again, it changes nothing; deal-notes undo
takes all of it back.

The JSON is a list with one item per file that is changed or left: path, ok, title, lines (each with on, stage, from or
status, by, commit) and warnings; of a file that is left path, ok, code, line, message. With --dry-run also diff.`;

export function addBackfill(program: Command, session: Session): void {
  const command = program
    .command('backfill')
    .summary('write into the files what git knows of their past')
    .description('Write moves and outcomes that only git knows into the histories of the deals.')
    .argument('[FOLDER]', "the pipeline's folder", '.');
  addChangeOptions(command)
    .addHelpText('after', HELP)
    .action(
      session.ends(async (folder: string, options: ChangeOptions) => {
        // Not at the start: every other command would wait for it.
        const { backfillAndTell } = await import('./backfill');
        return backfillAndTell(session.terminal, folder, options);
      }),
    );
}
