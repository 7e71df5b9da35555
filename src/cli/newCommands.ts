import type { Command } from 'commander';
import { join } from 'node:path';
import { addressIn } from '../actions/address';
import { createDeal } from '../actions/createDeal';
import { noAmount, noCurrency } from '../actions/fieldValue';
import { createFollowUp } from '../actions/followUp';
import type { Done } from '../actions/result';
import type { NewDeal } from '../core/deal/newDeal';
import { TEMPLATE_FILE } from '../core/deal/newDeal';
import { currencyOf, readMoney } from '../core/deal/typedValues';
import { plainText } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { quoted } from '../words/said/quoted';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { toAddress } from '../files/disk/addresses';
import { change, changeTargets, type ChangeOptions } from './change';
import { addChangeOptions, DASH_HELP, JSON_HELP } from './changeHelp';
import { toStage, toText } from './options';
import { pipelineFolder } from './pipeline';
import type { Session } from './session';
import type { Target } from './targets';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { sentence } from '../words/sentence';

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

The new deal takes over account, contacts, owner, source and currency; and the two link to each other.
${JSON_HELP}
The path is that of the new file; stage says where the deal is.
${DASH_HELP}`;

interface NewOptions extends ChangeOptions {
  readonly account?: string;
  readonly value?: string;
  readonly currency?: string;
  readonly stage?: string;
  readonly owner?: string;
}

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
      session.ends((title: string, folder: string, options: NewOptions) => {
        const target = templateIn(terminal, folder);
        const read = dealReader(terminal, title, options);
        return changeTargets(terminal, [target], options, {
          command: 'new',
          make: async workspace => {
            const home = await workspace.homes.homeOf(target.file);
            return createDeal(workspace, home!, read(home!.process));
          },
          ...ofNewFile(({ process }) => read(process)),
        });
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
      session.ends((file: string, title: string, options: NewOptions) => {
        const read = dealReader(terminal, title, options);
        return change(terminal, [file], options, {
          command: 'follow-up',
          make: async (workspace, [before]) => {
            const home = await workspace.homes.homeOf(before!);
            return createFollowUp(workspace, before!, read(home!.process));
          },
          ...ofNewFile(({ process }) => read(process)),
        });
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
      .option('--owner <name>', 'who owns the deal', toText),
  );
}

/** The new file is made beside the template, be there one or not. */
function templateIn(terminal: Terminal, named: string): Target {
  const { root, folder } = pipelineFolder(terminal, named);
  return { path: join(root, TEMPLATE_FILE), file: addressIn(toAddress(folder), TEMPLATE_FILE) };
}

/** How a new deal is told of. */
function ofNewFile(dealOf: (done: Done) => NewDeal) {
  return {
    makesNewFile: true,
    inWords: (done: Done, path: string) =>
      `${plainText(done.plan.title)} → ${plainText(stageOf(done.process, dealOf(done).stage).label)} (${path})`,
    asData: (done: Done) => ({ stage: dealOf(done).stage }),
  } as const;
}

/**
 * What a person says of a new deal, as soon as it is known what their team calls its stages.
 *
 * @throws UsageError where something of it makes no sense
 */
function dealReader(
  { clock }: Terminal,
  title: string,
  { account, owner, stage, ...money }: NewOptions,
): (process: Process) => NewDeal {
  const worth = worthOf(money);
  return process => ({
    title: oneLine(title),
    stage: stage === undefined ? STAGE_IDS[0]! : toStage(stage, process),
    today: clock.today(),
    ...(account !== undefined && { account: oneLine(account) }),
    ...(owner !== undefined && { owner: oneLine(owner), fields: { owner: oneLine(owner) } }),
    ...worth,
  });
}

function worthOf({ value, currency: named }: NewOptions): Pick<NewDeal, 'amount' | 'currency'> {
  const code = named === undefined ? undefined : currencyOf(named.trim().toLowerCase());
  if (named !== undefined && !code) throw new UsageError(sentence(noCurrency(named)));
  if (value === undefined) {
    if (code) throw new UsageError('--currency needs a --value.');
    return {};
  }
  const money = readMoney(value);
  if (!money) throw new UsageError(sentence(noAmount(value)));
  if (code && money.currency && code !== money.currency)
    throw new UsageError(`--value ${quoted(value)} is in ${money.currency}, and --currency says ${code}.`);
  return { amount: money.amount, currency: money.currency ?? code };
}
