import { join } from 'node:path';
import { nameOf } from '../actions/address';
import { fileOfCalls, readCallAmount, setCall } from '../actions/setCall';
import { whoIAm } from '../actions/whoIAm';
import { TEAM, type Call } from '../core/calls/call';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { saidQuarter } from '../core/calls/saidQuarter';
import { say } from '../core/calls/say';
import { plainText } from '../core/escape';
import { pick } from '../core/exchange/json/pick';
import type { CallSetJson } from '../core/exchange/json/schema/calls';
import { refusedAsJson } from '../core/exchange/json/moves';
import { quarterOf } from '../core/metrics/periods';
import { moneyIn } from '../core/moneyFormat';
import { oneLine } from '../core/oneLine';
import { toAddress } from '../files/disk/addresses';
import { sentence, sentenceOf } from '../words/sentence';
import type { ChangeOptions } from './change';
import { told, toPastDay } from './options';
import { complain, print, printJson, printText } from './output';
import { filePatches, patchText } from './patch';
import { forMe, personAt } from './person';
import { pipelineFolder } from './pipeline';
import { remember } from './remember';
import type { Terminal } from './terminal';
import { UsageError } from './usage';
import { diskWorkspace } from './workspace';

export interface CallOptions extends ChangeOptions {
  readonly period?: string;
  readonly owner?: readonly string[];
  readonly on?: string;
}

/** Sets a forecast call and tells it. Answers with the exit code. */
export async function setCallAndTell(
  terminal: Terminal,
  typed: string,
  named: string,
  options: CallOptions,
): Promise<number> {
  const { root, folder } = pipelineFolder(terminal, named);
  const workspace = diskWorkspace(terminal, options.dryRun);
  const at = toAddress(folder);
  const pipeline = await workspace.homes.open(at);
  const { process } = pipeline;
  const today = terminal.clock.today();
  const period = options.period === undefined ? quarterOf(today) : saidQuarter(options.period, today);
  if (period === undefined) throw new UsageError(sentence(say('noQuarter', { typed: options.period! })));
  const call: Call = {
    owner: await ownerMeant(terminal, { folder, pipeline }, options),
    period,
    on: options.on === undefined ? today : await toPastDay(options.on, terminal),
    money: told(readCallAmount(typed, process)).money,
  };
  const set = await setCall(workspace, { folder: at, process }, call);
  if ('problem' in set) {
    const { problem } = set;
    const path = join(root, nameOf(set.file));
    if (options.json) printJson(terminal, [refusedAsJson(path, problem, sentenceOf)]);
    else complain(terminal, `${path}:${problem.line}: ${sentenceOf(problem)}`);
    return 1;
  }
  const path = join(root, CALLS_FILE);
  const { instead, units } = set;
  if (!options.dryRun) await remember(terminal, 'call', { folders: [at], units });
  const diff = units.map(unit => patchText({ path, file: fileOfCalls(at) }, filePatches(unit))).join('');
  const { owner, on, money } = call;
  if (options.json)
    printJson(terminal, [
      {
        ...{ path, ok: true, owner, period, on, call: pick(money, 'amount', 'currency') },
        ...(instead && { instead: pick(instead, 'amount', 'currency') }),
        ...(options.dryRun && { diff }),
      } satisfies CallSetJson,
    ]);
  else if (options.dryRun) printText(terminal, diff);
  else {
    const format = moneyIn({
      ...pipeline.currencies,
      used: usedWith(pipeline.currencies.used, money.currency),
    });
    const before = instead && units.length ? `, instead of ${format.one(instead)}` : '';
    const same = units.length ? '' : ', as before';
    print(terminal, [
      `${plainText(owner)}: ${format.one(money)} called for ${period} on ${on}${before}${same}`,
    ]);
  }
  return 0;
}

function usedWith(used: readonly string[], currency: string): readonly string[] {
  return used.includes(currency) ? used : [...used, currency].sort();
}

/**
 * Whose call it is: of the owner who is named, else of whoever types.
 *
 * @throws UsageError where that isn't known
 */
async function ownerMeant(
  terminal: Terminal,
  at: Parameters<typeof forMe>[2],
  { owner: owners = [] }: CallOptions,
): Promise<string> {
  if (owners.length > 1) throw new UsageError('A call is of one owner: use --owner once.');
  const [named] = owners;
  if (named !== undefined) {
    if (named.trim().toLowerCase() === TEAM) return TEAM;
    const { owner: [meant] = [] } = await forMe({ owner: [oneLine(named)] }, terminal, at);
    return meant!;
  }
  const me = await whoIAm(personAt(terminal), toAddress(at.folder), at.pipeline);
  if (me !== undefined) return me;
  throw new UsageError(
    'Whose call is it? Use --owner NAME, or --owner team. Or set DEAL_NOTES_ME to your name as deals have it in owner.',
  );
}
