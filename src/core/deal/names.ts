import { FIELDS, propertyOf, rowOf, type Field, type FieldOf, type Kind } from '../fields/table';
import type { Deal } from './deal';

type NamedKind = 'name' | 'reason' | 'tag' | 'currency';
/** The fields in which a deal has names that others have too: one, none, or a list of them. */
export type NamedField = FieldOf<NamedKind>;

const KINDS: ReadonlySet<Kind> = new Set<NamedKind>(['name', 'reason', 'tag', 'currency']);

export function isNamed(field: Field): field is NamedField {
  return KINDS.has(rowOf(field).kind);
}

export const NAMED_FIELDS = FIELDS.filter(isNamed);

/** The names that a deal has in a field; as its currency it may have `NO_CURRENCY`. */
export function namesIn(deal: Deal, field: NamedField): readonly string[] {
  const names = field === 'currency' ? deal.value?.currency : deal[propertyOf(field)];
  return typeof names === 'string' ? [names] : (names ?? []);
}
