import { FIELDS, type Field } from '../fields/table';
import { ownName } from '../frontMatter/keyNames';

/** The names that a team's files have for the standard fields, where they are others. */
export type FieldNames = ReadonlyMap<Field, string>;

/** Why a name cannot be that of a field: another field has it. */
export function fieldOfSameName(names: FieldNames, field: Field): Field | undefined {
  const name = ownName(names, field);
  return FIELDS.find(other => other !== field && ownName(names, other) === name);
}
