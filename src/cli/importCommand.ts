import { InvalidArgumentError, Option, type Command } from 'commander';
import { OTHER_COLUMNS, type DaysOrder } from '../core/intake/daysOrder';
import { signCalled, type DecimalSign } from '../core/intake/decimals';
import { isKind } from '../core/intake/kindNames';
import { isCurrencyCode } from '../core/money';
import { toText } from './options';
import { NONE } from './importNone';
import type { ImportOptions } from './importFile';
import type { Session } from './session';

// What reads tables is read when one is imported.

const HELP = `
FILE is a table of deals from elsewhere: CSV or TSV in any common encoding, an Excel file, or what list --json
prints. It is recognised by its headings. What a column becomes, and each stage, is printed; --dry-run shows
it first.
The mapping is kept in FOLDER/_import, where you can change it, and counts for the next file of the kind; what
--dates, --decimals, --currency, --owner and --closed-stage say is kept there too.

The same deal is never made twice: rows are known again by their id, else by title, account and created. A copy of
a file, or the export of another week, is of the same kind by its name, or by its columns and deals; --kind says
otherwise. What is there already by hand, or from another kind of table, is listed and not made again. Of a
deal that is there, what has changed in the table since the last import is taken over. What was changed in both
is listed and stays, unless you say --take with its field, or --take all. What was deleted here stays out, unless
you say --make-deleted.

A table of activities (notes, calls, mails) goes into the logs of the deals that are there, by their ids or titles;
people go into their contacts, and changes of stages into their history.

Exit codes: 0 all taken; 1 some rows, columns or fields not taken, or put in the notes, which are listed; stages guessed; or a file
not written; 2 nothing could be read, nothing written.

Examples:
  $ deal-notes import hubspot.csv --dry-run
  $ deal-notes import hubspot-2.csv --take value,close_date
  $ deal-notes import sales_pipeline.csv deals --dates dmy --currency EUR --owner me
  $ deal-notes import activities.csv deals`;

export function addImport(program: Command, session: Session): void {
  const { terminal } = session;
  program
    .command('import')
    .summary('create deals from a table of another system')
    .description('Create deals from a table that another system exported.')
    .argument('<FILE>', 'the table; - reads standard input', toText)
    .argument(
      '[FOLDER]',
      "the pipeline's folder, the current one if you name none; made if it isn’t there",
      '.',
    )
    .option('--map <file>', 'a mapping: what each column and each stage becomes', toText)
    .addOption(
      new Option(
        '--dates <order>',
        'what comes first in days such as 03/04/2026: dmy or mdy; of one column "Close Date=dmy", which may be said of several',
      ).argParser(toDates),
    )
    .addOption(
      new Option(
        '--decimals <sign>',
        'what stands before the decimals of values such as 1.500 where no value of the column tells: point or comma',
      ).argParser(toDecimals),
    )
    .addOption(
      new Option(
        '--currency <code>',
        'of values that name none, such as EUR; “none”: they have none',
      ).argParser(toCurrency),
    )
    .option('--owner <name>', 'of deals that name none; “me”: yours; “none”: nobody’s', toText)
    .option(
      '--closed-stage <stage>',
      'of closed deals whose last stage isn’t known: a stage, “unknown”, or “leave-out”',
      toText,
    )
    .option(
      '--take <fields>',
      'of fields that were changed here and there, with commas between: take what the table says; “all” for each',
      toText,
    )
    .addOption(
      new Option(
        '--kind <name>',
        'the kind of the table, by which its ids are known again: a name in FOLDER/_import, or a new one',
      ).argParser(toKind),
    )
    .option(
      '--make-duplicates',
      'make deals, too, that are there already by account and title, or by the id of another table',
    )
    .option('--make-deleted', 'make deals again, too, that have been deleted here since an import made them')
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

/** `dmy` of all columns, or `Close Date=dmy` of one, beside what was said before. */
function toDates(typed: string, before: DaysOrder | undefined): DaysOrder {
  const [, head, order] = /^(?:(.+)=)?(dmy|mdy)$/s.exec(typed) ?? [];
  if (order !== 'dmy' && order !== 'mdy')
    throw new InvalidArgumentError('Say dmy or mdy, or "Close Date=dmy" of one column.');
  if (head === undefined && typeof before !== 'object') return order;
  const others = typeof before === 'string' ? new Map([[OTHER_COLUMNS, before]]) : before;
  return new Map([...(others ?? []), [head ?? OTHER_COLUMNS, order]]);
}

function toDecimals(typed: string): DecimalSign {
  const sign = signCalled(typed);
  if (sign) return sign;
  throw new InvalidArgumentError('Say point or comma.');
}

function toKind(typed: string): string {
  const kind = typed.trim();
  if (isKind(kind)) return kind;
  throw new InvalidArgumentError('Write one word of letters, digits, - and _, such as deals-north.');
}

/** A code, or none: as a word, since commander makes an empty text of null. */
function toCurrency(typed: string): string {
  const code = typed.trim().toUpperCase();
  if (code === 'NONE') return NONE;
  if (isCurrencyCode(code)) return code;
  throw new InvalidArgumentError('Name it by three letters, such as EUR, or say none.');
}
