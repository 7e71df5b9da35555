import { FIELDS, isField, rowOf, type FieldOf, type Kind } from '../../fields/table';

/** What can be written as a value: by this it is known what to offer, and how to tell what is meant. */
export type FieldKind =
  | Exclude<Kind, 'name'>
  /** The names of these fields are told apart: each is offered the names that deals have in it. */
  | FieldOf<'name'>
  | 'role'
  | 'email'
  | 'phone'
  /** Said to be so, or not written at all. */
  | 'flag';

function kindOfField(key: string): FieldKind | undefined {
  if (!isField(key)) return undefined;
  const { kind } = rowOf(key);
  return kind === 'name' ? (key as FieldOf<'name'>) : kind;
}

const CONTACT: Readonly<Record<string, FieldKind>> = {
  name: 'text',
  role: 'role',
  email: 'email',
  phone: 'phone',
};

const EVENT: Readonly<Record<string, FieldKind>> = {
  on: 'pastDay',
  stage: 'stage',
  from: 'stage',
  status: 'status',
  reason: 'reason',
  override: 'flag',
};

/** The keys that a map may have, by the path of the map. */
export function keysIn(path: readonly string[]): readonly string[] {
  return path.length ? Object.keys(itemFields(path)) : FIELDS;
}

/** What the value at a path is. */
export function kindAt(path: readonly string[]): FieldKind | undefined {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  if (path.length === 1) return kindOfField(key);
  const fields = itemFields(path.slice(0, -1));
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Those of the items of a list. */
function itemFields(path: readonly string[]): Readonly<Record<string, FieldKind>> {
  if (path.length > 1) return {};
  return { contacts: CONTACT, history: EVENT }[path[0]!] ?? {};
}
