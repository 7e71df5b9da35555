import { Option, type Command } from 'commander';
import { toText } from './options';
import type { ImportOptions } from './importFile';
import type { Session } from './session';

// What reads tables is read when one is imported.

const HELP = `
FILE is a table of deals from elsewhere: CSV or TSV in any common encoding, or what list --json prints. It is
recognised by its headings. What a column becomes, and each stage, is printed; --dry-run shows it first.
The mapping is kept in FOLDER/_import, where you can change it, and counts for the next file of the kind.

The same deal is never made twice: rows are known again by their id, else by title, account and created.

Exit codes: 0 all rows taken; 1 some not taken, or a file not written; 2 nothing could be read, nothing written.

Examples:
  $ deal-notes import hubspot.csv --dry-run
  $ deal-notes import sales_pipeline.csv deals --dates dmy`;

export function addImport(program: Command, session: Session): void {
  const { terminal } = session;
  program
    .command('import')
    .summary('make deals of a table from elsewhere')
    .description('Make deals of a table that another system exported.')
    .argument('<FILE>', 'the table', toText)
    .argument('[FOLDER]', "the pipeline's folder; made if it isn’t there", '.')
    .option('--map <file>', 'a mapping: what each column and each stage becomes', toText)
    .addOption(
      new Option('--dates <order>', 'what comes first in days such as 03/04/2026').choices(['dmy', 'mdy']),
    )
    .option('--dry-run', 'show what would be made, and write nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(
      session.ends(async (file: string, folder: string, options: ImportOptions) => {
        const { importFile } = await import('./importFile');
        return importFile(terminal, file, folder, options);
      }),
    );
}
