import { unguarded } from './cells';
import type { IncomingDeal } from './incoming';
import type { Mapping, Proposed } from './mapping';
import { goesBackAt } from './mapStages';
import { readAmountCell } from './readCells';
import type { Process } from '../process/process';
import { say } from './say';
import type { Says } from '../says';
import type { Surveyed } from './survey';

/** What a person should know of an import as a whole: what was decided for them, and by what. */
export function remarksOn(
  { mapping, layout, unknown: columns }: Proposed,
  surveyed: Surveyed,
  deals: readonly IncomingDeal[],
  process: Process,
): Says[] {
  const remarks: Says[] = [];
  if (columns.length) remarks.push(say('columnsUnmapped', { columns: columns.map(({ head }) => head) }));
  const spread = mapping.stages.filter(({ how }) => how === 'spread').map(({ name }) => name);
  if (spread.length) remarks.push(say('stagesSpread', { stages: spread }));
  const back = goesBackAt(mapping.stages, layout);
  if (back) remarks.push(say('stagesGoBack', { before: back.before.name, after: back.after.name }));
  const unknown = deals.filter(({ stage }) => stage === 'unknown').length;
  if (unknown) remarks.push(say('stagesOfClosed', { count: unknown }));
  const sign = sharedSignIn(mapping, surveyed, process);
  if (sign) remarks.push(say('signShared', sign));
  const each = deals.filter(({ fields }) => fields['value_period'] !== undefined).length;
  if (each) remarks.push(say('recursEach', { count: each }));
  return remarks;
}

/** A sign in a column of values that doesn't say which currency it is, where nothing else does. */
function sharedSignIn(mapping: Mapping, { columns }: Surveyed, process: Process) {
  const isThere = (target: string) => [...mapping.columns.values()].includes(target as 'currency');
  if (isThere('currency') || mapping.currency) return undefined;
  const column = columns.find(({ head }) => mapping.columns.get(head) === 'value');
  for (const cell of column?.samples ?? []) {
    const read = readAmountCell(unguarded(cell), 'people', process.currency, process.rates);
    if ('value' in read && read.value.sharedSign)
      return { column: column!.head, sign: read.value.sharedSign };
  }
  return undefined;
}
