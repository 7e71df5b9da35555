import { FIELDS, type Field } from './table';

/**
 * The fields that begin a group: whose deal it is, where it stands, what it is worth and when, what comes next, what else
 * belongs to it, and how it came there. What two people change in different groups lies apart for git too, where an empty
 * line parts them.
 */
const FIRST: readonly Field[] = ['stage', 'value', 'next_step', 'contacts', 'history'];

/** The number of the group that a field stands in. */
export function groupOf(field: Field): number {
  return FIRST.filter(first => FIELDS.indexOf(first) <= FIELDS.indexOf(field)).length;
}
