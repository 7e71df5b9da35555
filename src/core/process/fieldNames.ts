import { ownName } from '../frontMatter/keyNames';

/** The keys of a deal that mean something to us, under which a team may have them by names of its own. */
export const FIELDS = [
  'title',
  'account',
  'owner',
  'source',
  'contacts',
  'stage',
  'status',
  'value',
  'currency',
  'probability',
  'forecast',
  'created',
  'close_date',
  'closed_on',
  'next_step',
  'next_step_on',
  'lost_reason',
  'lost_note',
  'tags',
  'checks',
  'history',
] as const;
export type Field = (typeof FIELDS)[number];

/** The names that a team's files have for the standard fields, where they are others. */
export type FieldNames = ReadonlyMap<Field, string>;

/** Why a name cannot be that of a field: another field has it. */
export function fieldOfSameName(names: FieldNames, field: Field): Field | undefined {
  const name = ownName(names, field);
  return FIELDS.find(other => other !== field && ownName(names, other) === name);
}
