import { ownName } from '../../frontMatter/keyNames';
import { error, type Problem } from '../../problem';
import { findStage, normaliseName, type Process } from '../../process/process';
import { DEAL_KEY } from '../problems/placed';
import { say } from '../say';
import { outcomesCalled, STATUS_NAMES } from '../statusNames';
import { meantBy, standardKeys, type Keys } from './nearKeys';

/** What other programs call the stage, and other notes something of their own: only a stage's name tells them apart. */
const CALLED_SO: ReadonlySet<string> = new Set([
  'phase',
  'deal_phase',
  'sales_phase',
  'stage_name',
  'current_stage',
]);

/** What keeps a file from being a deal that says its stage behind another key, or says how it ended and no stage. */
export function nearStage({ data, said }: Keys, process: Process): Problem | undefined {
  const standard = standardKeys({ data, said }, process);
  const keys = [...standard, ...Object.keys(data)];
  const isNear = (key: string) =>
    key === DEAL_KEY || meantBy(key, data, process).some(one => one.key === DEAL_KEY);
  const isOther = saysOtherKind(data);
  const near = keys.find(isNear) ?? (isOther ? undefined : keys.find(key => holdsStage(key, data, process)));
  if (near === undefined) return isOther ? undefined : endedNowhere(data, process);
  const name = ownName(process.fields, DEAL_KEY);
  const key = near === 'status' ? ownName(process.fields, near) : near;
  return error('near-key', say('nearStage', { key, name }), {
    line: 2,
    at: [key],
    isKey: true,
    meant: [name],
  });
}

function holdsStage(key: string, data: Keys['data'], process: Process): boolean {
  const value = data[key];
  if (typeof value !== 'string' || findStage(process, value) === undefined) return false;
  return CALLED_SO.has(normaliseName(key).replaceAll(' ', '_')) || isStatus(key, data, process);
}

function isStatus(key: string, data: Keys['data'], process: Process): boolean {
  return key === 'status' || meantBy(key, data, process).some(one => one.key === 'status');
}

/** `status: lost` and no stage. `open`, and what else is neither, stands in notes of all kinds. */
function endedNowhere(data: Keys['data'], process: Process): Problem | undefined {
  const { status } = data;
  if (typeof status !== 'string' || !STATUS_NAMES.has(normaliseName(status))) return undefined;
  const [outcome] = outcomesCalled(status);
  if (!outcome) return undefined;
  const says = say('endedNowhere', {
    outcome,
    name: ownName(process.fields, DEAL_KEY),
    stages: process.stages.map(({ label }) => label),
  });
  return error('unknown-stage', says, { line: 2, at: ['status'] });
}

/** `type: account`: a note that says what it is, and is no deal. */
export function saysOtherKind(data: Keys['data']): boolean {
  return ['type', 'kind'].some(key => {
    const kind = data[key];
    return typeof kind === 'string' && kind.trim() !== '' && !/deal|opportunit|sale/i.test(kind);
  });
}
