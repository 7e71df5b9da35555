import type { Command } from 'commander';
import type { Session } from './session';

const HELP = `
FOLDER is a folder of Markdown notes whose front matter has keys of its own, such as deal_stage or company. It
becomes a pipeline by what is written into its sales-process.yaml: which keys mean which fields, and what the notes
call the stages. The notes themselves stay as they are, to the byte, unless you say --inline. Nothing is guessed: what
can't be told is listed.

Exit codes: 0 done; 1 something is left for you to say; 2 there is nothing to adopt, nothing written.

Examples:
  $ deal-notes adopt vault/deals --dry-run
  $ deal-notes adopt vault/deals`;

/** Makes a folder of notes with keys of its own a pipeline. */
export function addAdopt(program: Command, session: Session): void {
  const { terminal } = session;
  program
    .command('adopt')
    .summary('make a folder of notes with other keys a pipeline')
    .description('Make a folder of notes with keys of its own a pipeline, without changing a note.')
    .argument('[FOLDER]', 'the folder of the notes', '.')
    .option('--inline', 'move fields that are lines of the text (stage:: proposal) into front matter')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(
      session.ends(async (folder: string, options: { dryRun?: true; json?: true; inline?: true }) => {
        const { adoptFolder } = await import('./adoptFolder');
        return adoptFolder(terminal, folder, options);
      }),
    );
}
