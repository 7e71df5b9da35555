import { join } from 'node:path';
import { addressIn } from '../actions/address';
import { createDeal } from '../actions/createDeal';
import { readAmount, readCurrency } from '../actions/fieldValue';
import { createFollowUp } from '../actions/followUp';
import type { Home } from '../actions/ports/homes';
import type { Done } from '../actions/result';
import type { Workspace } from '../actions/workspace';
import { TEMPLATE_FILE, type NewDeal } from '../core/deal/newDeal';
import { plainText } from '../core/escape';
import { isAboutMe } from '../core/filter/me';
import { oneLine } from '../core/oneLine';
import { stageOf, type Process } from '../core/process/process';
import { STAGE_IDS } from '../core/process/stages';
import { toAddress } from '../files/disk/addresses';
import { change, changeTargets, type ChangeOptions } from './change';
import { told, toStage } from './options';
import { pipelineFolder } from './pipeline';
import { forMe } from './person';
import type { Target } from './targets';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { quoted } from '../words/en/said/quoted';

export interface NewOptions extends ChangeOptions {
  readonly account?: string;
  readonly value?: string;
  readonly currency?: string;
  readonly stage?: string;
  readonly owner?: string;
}

/** Makes a deal in the pipeline that a person means by a folder. Answers with the exit code. */
export function makeNew(
  terminal: Terminal,
  title: string,
  folder: string,
  options: NewOptions,
): Promise<number> {
  const target = templateIn(terminal, folder);
  const read = dealReader(terminal, title, options);
  return changeTargets(terminal, [target], options, {
    command: 'new',
    make: async workspace => {
      const home = (await workspace.homes.homeOf(target.file))!;
      return createDeal(workspace, home, await withOwner(terminal, workspace, home, read(home.process)));
    },
    ...ofNewFile(({ process }) => read(process)),
  });
}

/** Makes a deal that follows the one in a file. Answers with the exit code. */
export function makeFollowUp(
  terminal: Terminal,
  file: string,
  title: string,
  options: NewOptions,
): Promise<number> {
  const read = dealReader(terminal, title, options);
  return change(terminal, [file], options, {
    command: 'follow-up',
    make: async (workspace, [before]) => {
      const home = (await workspace.homes.homeOf(before!))!;
      const deal = await withOwner(terminal, workspace, home, read(home.process));
      return createFollowUp(workspace, before!, deal);
    },
    ...ofNewFile(({ process }) => read(process)),
  });
}

/** With the name of whoever types in the place of `me`. */
async function withOwner(
  terminal: Terminal,
  { homes }: Workspace,
  { folder }: Home,
  deal: NewDeal,
): Promise<NewDeal> {
  const asked = { owner: deal.owner === undefined ? [] : [deal.owner] };
  if (!isAboutMe(asked)) return deal;
  const { owner: [owner] = [] } = await forMe(asked, terminal, {
    folder,
    pipeline: await homes.open(folder),
  });
  return { ...deal, owner, fields: { ...deal.fields, owner: owner! } };
}

/** The new file is made beside the template, be there one or not. */
function templateIn(terminal: Terminal, named: string): Target {
  const { root, folder } = pipelineFolder(terminal, named);
  return { path: join(root, TEMPLATE_FILE), file: addressIn(toAddress(folder), TEMPLATE_FILE) };
}

/** How a new deal is reported. */
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
  return process => ({
    title: oneLine(title),
    stage: stage === undefined ? STAGE_IDS[0]! : toStage(stage, process, AFTERWARDS),
    today: clock.today(),
    ...(account !== undefined && { account: oneLine(account) }),
    ...(owner !== undefined && { owner: oneLine(owner), fields: { owner: oneLine(owner) } }),
    ...worthOf(money, process),
  });
}

/** A new deal is open. */
const AFTERWARDS = {
  won: 'another --stage, then deal-notes win',
  lost: 'another --stage, then deal-notes stop',
};

function worthOf(
  { value, currency: named }: NewOptions,
  process: Process,
): Pick<NewDeal, 'amount' | 'currency' | 'period'> {
  const code = named === undefined ? undefined : told(readCurrency(oneLine(named), process)).code;
  if (value === undefined) {
    if (code) throw new UsageError('--currency needs a --value.');
    return {};
  }
  const { money } = told(readAmount(oneLine(value), code ?? process.currency, process.rates));
  if (code && money.currency && code !== money.currency)
    throw new UsageError(`--value ${quoted(value)} is in ${money.currency}, and --currency says ${code}.`);
  return { amount: money.amount, currency: money.currency ?? code, period: money.period };
}
