/** What can be written as a value: by this it is known what to offer, and how to tell what is meant. */
export type FieldKind =
  | 'text'
  | 'account'
  | 'owner'
  | 'stage'
  | 'status'
  | 'reason'
  | 'source'
  | 'amount'
  | 'currency'
  | 'percent'
  | 'forecast'
  /** A day to come, or one that has been. */
  | 'day'
  | 'pastDay'
  | 'tag'
  | 'check'
  | 'contact'
  | 'role'
  | 'email'
  | 'phone'
  | 'event'
  /** Said to be so, or not written at all. */
  | 'flag';

/** The fields of a deal, in the order in which people write them. */
const DEAL: Readonly<Record<string, FieldKind>> = {
  title: 'text',
  account: 'account',
  owner: 'owner',
  stage: 'stage',
  status: 'status',
  lost_reason: 'reason',
  lost_note: 'text',
  source: 'source',
  value: 'amount',
  currency: 'currency',
  probability: 'percent',
  forecast: 'forecast',
  close_date: 'day',
  closed_on: 'pastDay',
  next_step: 'text',
  next_step_on: 'day',
  contacts: 'contact',
  tags: 'tag',
  checks: 'check',
  created: 'pastDay',
  history: 'event',
};

const CONTACT: Readonly<Record<string, FieldKind>> = {
  name: 'text',
  role: 'role',
  email: 'email',
  phone: 'phone',
};

const EVENT: Readonly<Record<string, FieldKind>> = {
  on: 'pastDay',
  stage: 'stage',
  status: 'status',
  reason: 'reason',
  override: 'flag',
};

/** Fields whose values are lists. */
export const LISTS: ReadonlySet<string> = new Set(['contacts', 'tags', 'checks', 'history']);

/** The keys that a map may have, by the path of the map. */
export function keysIn(path: readonly string[]): readonly string[] {
  return Object.keys(fieldsIn(path));
}

/** What the value at a path is. */
export function kindAt(path: readonly string[]): FieldKind | undefined {
  const fields = fieldsIn(path.slice(0, -1));
  const key = path.at(-1);
  return key !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function fieldsIn(path: readonly string[]): Readonly<Record<string, FieldKind>> {
  if (path.length === 0) return DEAL;
  if (path.length > 1) return {};
  return { contacts: CONTACT, history: EVENT }[path[0]!] ?? {};
}
