import type { Command } from 'commander';
import { addChangeOptions, DASH_HELP, JSON_HELP } from './changeHelp';
import type { NewOptions } from './newDeals';
import { toText } from './options';
import type { Session } from './session';

// What makes the deals is read when one is made: it reads amounts and days as people say them.

const NEW_HELP = `
Examples:
  $ deal-notes new "Acme, warehouse scanners" --account "Acme Corp" --value "48k EUR" --owner dana
  $ deal-notes new "Acme, depot" --stage qualification sales

The file is made from the pipeline's _template.md, if there is one.
${JSON_HELP}
The path is that of the new file; stage says where the deal is.
${DASH_HELP}`;

const FOLLOW_UP_HELP = `
Example:
  $ deal-notes follow-up deals/acme.md "Acme, second warehouse" --value 20k

The new deal takes over account, contacts, source and currency, and the owner where it isn’t known who
you are; and the two link to each other.
${JSON_HELP}
The path is that of the new file; stage says where the deal is.
${DASH_HELP}`;

export function addNew(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('new')
    .summary('create a new deal')
    .description('Create the file of a new deal.')
    .argument('<TITLE>', 'its title', toText)
    .argument('[FOLDER]', "the pipeline's folder", '.');
  addNewOptions(command)
    .addHelpText('after', NEW_HELP)
    .action(
      session.ends(async (title: string, folder: string, options: NewOptions) => {
        const { makeNew } = await import('./newDeals');
        return makeNew(terminal, title, folder, options);
      }),
    );
}

export function addFollowUp(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('follow-up')
    .summary('create a new deal for the account of another one')
    .description(
      'Create the file of a new deal for the account of another one, whether that is open, won or lost.',
    )
    .argument('<FILE>', 'the deal before')
    .argument('<TITLE>', 'the title of the new one', toText);
  addNewOptions(command)
    .addHelpText('after', FOLLOW_UP_HELP)
    .action(
      session.ends(async (file: string, title: string, options: NewOptions) => {
        const { makeFollowUp } = await import('./newDeals');
        return makeFollowUp(terminal, file, title, options);
      }),
    );
}

function addNewOptions(command: Command): Command {
  return addChangeOptions(
    command
      .option('--account <name>', 'the customer', toText)
      .option('--value <amount>', 'its value, such as "48k" or "48 000 EUR"', toText)
      .option('--currency <code>', 'the currency of the value, such as EUR', toText)
      .option('--stage <stage>', "the stage's id, label or alias (default: the first)", toText)
      .option('--owner <name>', 'who owns the deal (default: you, where the pipeline has owners)', toText),
  );
}
