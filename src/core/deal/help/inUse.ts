import type { FieldOf } from '../../fields/table';
import { NO_CURRENCY } from '../../money';
import type { Deal } from '../deal';
import { NAMED_FIELDS, namesIn } from '../names';
import { byUse } from '../typedValues';
import { kindAt } from './fields';

/** Kinds of names: those of each field that has some, and the roles of contacts. */
export type NameKind = FieldOf<'name'> | 'reason' | 'tag' | 'currency' | 'role';

/** How to find the names of a kind in a deal. */
const NAMES: ReadonlyMap<string, (deal: Deal) => readonly string[]> = new Map([
  ['role', ({ contacts }) => contacts.flatMap(({ role }) => role ?? [])],
  ...NAMED_FIELDS.map(field => [kindAt([field])!, (deal: Deal) => namesIn(deal, field)] as const),
]);

export function isNameKind(kind: string): kind is NameKind {
  return NAMES.has(kind);
}

/**
 * The names that deals use, those that are used most first.
 *
 * @param except the path of the deal that is being written: half a name in it is none
 */
export function namesInUse(deals: Iterable<Deal>, kind: NameKind, except: string): readonly string[] {
  const names: string[] = [];
  for (const deal of deals) {
    if (deal.path === except) continue;
    for (const name of NAMES.get(kind)!(deal)) if (name !== NO_CURRENCY) names.push(name);
  }
  return byUse(names);
}
