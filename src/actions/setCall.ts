import type { Call } from '../core/calls/call';
import { addCall, refuseCall, type CallAdded } from '../core/calls/addCall';
import { misnamedCallsAmong } from '../core/calls/misnamed';
import { CALLS_FILE } from '../core/calls/callsFileName';
import { say } from '../core/calls/say';
import { NO_CURRENCY, type Money } from '../core/money';
import type { Process } from '../core/process/process';
import { refuse, type Refusal } from '../core/refusal';
import { addressIn, type Address } from './address';
import { changedEffects } from './effects';
import { readAmount } from './fieldValue';
import type { Refused } from './ports/files';
import type { Home } from './ports/homes';
import type { Unit } from './result';
import type { Workspace } from './workspace';

/** A call that is written now. */
export interface CallSet {
  /** What was called earlier the same day. */
  readonly instead: Money | undefined;
  /** None where the same was called that day already. */
  readonly units: readonly Unit[];
}

/** Writes a call into the `forecast.yaml` of a pipeline, which is made where there is none; or tells why not. */
export async function setCall(
  { files, clock }: Pick<Workspace, 'files' | 'clock'>,
  { folder, process }: Home,
  call: Call,
): Promise<CallSet | Refused> {
  const file = fileOfCalls(folder);
  const why = refuseCall(call, clock.today());
  if (why) return { file, problem: why.problem };
  const planner = (text: string) => addCall(text, call, process.currency);
  if (await files.exists(file)) {
    const { written, refused } = await files.update<CallAdded>([file], planner);
    if (refused[0]) return refused[0];
    const units = changedEffects(written).map(effect => [effect]);
    return { instead: written[0]?.plan.instead, units };
  }
  // A new file beside it would leave out the calls in the one that is only called something else.
  const [misnamed] = misnamedCallsAmong(await files.namesIn(folder), false);
  if (misnamed) return { file: addressIn(folder, misnamed.file!), problem: misnamed };
  const plan = planner('');
  if (!plan.ok) return { file, problem: plan.problem };
  const after = plan.edited.text;
  const problem = await files.create(file, after);
  return problem ? { file, problem } : { instead: undefined, units: [[{ kind: 'created', file, after }]] };
}

/** Where the calls of a pipeline stand. */
export function fileOfCalls(folder: Address): Address {
  return addressIn(folder, CALLS_FILE);
}

/** The amount that a person calls: of the whole quarter, in the team's currency where none is named. */
export function readCallAmount(
  typed: string,
  { currency, rates }: Pick<Process, 'currency' | 'rates'>,
): { readonly ok: true; readonly money: Money } | Refusal {
  const read = readAmount(typed, currency, rates);
  if (!read.ok) return read;
  const { money } = read;
  if (money.period) return refuse(say('callRecurs'));
  return { ok: true, money: { amount: money.amount, currency: money.currency ?? currency ?? NO_CURRENCY } };
}
