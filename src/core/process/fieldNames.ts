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

/**
 * The names that a team's files have for the standard fields, where they are others: `value` → `amount`. No two fields
 * have one name. A standard name that another has taken the place of is a key like any other then.
 */
export type FieldNames = ReadonlyMap<Field, string>;

export const STANDARD_NAMES: FieldNames = new Map();

/** The key under which files have a field; any other key is its own. */
export function ownName(names: FieldNames, key: string): string {
  return names.get(key as Field) ?? key;
}

/** The field that a key of a file means; any other key is its own, and `undefined` one that only looks like a field. */
export function standardName(names: FieldNames, key: string): string | undefined {
  for (const [field, name] of names) if (name === key) return field;
  return names.has(key as Field) ? undefined : key;
}

/** What a file says, by the standard names; without the keys that only look like one. */
export function inStandardNames<T>(names: FieldNames, said: Readonly<Record<string, T>>): Record<string, T> {
  if (names.size === 0) return said;
  const entries = Object.entries(said).map(([key, value]) => [standardName(names, key), value] as const);
  // Not by assignment: a key may be named `__proto__`.
  return Object.fromEntries(entries.filter(([key]) => key !== undefined) as [string, T][]);
}

/** The other way round. */
export function inOwnNames<T>(names: FieldNames, said: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [ownName(names, key), value]));
}

/** Why a name cannot be that of a field: another field has it. */
export function fieldOfSameName(names: FieldNames, field: Field): Field | undefined {
  const name = ownName(names, field);
  return FIELDS.find(other => other !== field && ownName(names, other) === name);
}
