import { FIELDS, isField } from '../../fields/table';
import { ownName } from '../../frontMatter/keyNames';
import type { Data } from '../../frontMatter/parse';
import { error, warning, type Problem } from '../../problem';
import { findStage, type Process } from '../../process/process';
import { DEAL_KEY } from '../problems/placed';
import { say } from '../say';
import { fits } from './fits';
import { saysOtherKind } from './nearStage';

/** What people call a group of a deal's fields. */
const CALLED_SO = /^(?:deal|opportunity)s?$/i;

/**
 * Fields of a deal that stand in a group, where none are read: `deal:` with `stage: proposal` indented below it. In a file that
 * says a stage, a group by another name may be anything.
 */
export function nestedDeal(data: Data, process: Process): Problem | undefined {
  const isDeal = Object.hasOwn(data, DEAL_KEY);
  const key = Object.keys(data).find(one => {
    const group = data[one];
    if (isField(one) || process.required.includes(one) || !isGroup(group)) return false;
    if (isDeal || CALLED_SO.test(one)) return CALLED_SO.test(one) && hasField(group, process);
    const stage = group[ownName(process.fields, DEAL_KEY)];
    return typeof stage === 'string' && findStage(process, stage) !== undefined && !saysOtherKind(data);
  });
  if (key === undefined) return undefined;
  const tell = isDeal ? warning : error;
  const says = say('nestedDeal', { key, isDeal });
  return tell('misplaced-front-matter', says, { line: 2, at: [key], isKey: true });
}

function isGroup(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a group has a stage or at least two fields of a deal. One field is not enough: a `title` may only mention some other deal. */
function hasField(group: Data, process: Process): boolean {
  const found = FIELDS.filter(field => {
    const name = ownName(process.fields, field);
    return Object.hasOwn(group, name) && fits(group[name], field, process);
  });
  return found.length > 1 || found.includes(DEAL_KEY);
}
