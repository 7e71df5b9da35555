import { searchable } from '../text/searchable';
import type { DealFilter } from './table';

/** In a filter by owner: whoever looks. */
export const ME = 'me';

/** Whether a filter means the deals of whoever looks. */
export function isAboutMe({ owner = [] }: DealFilter): boolean {
  return owner.some(isMe);
}

/**
 * The same filter with names in the place of “me”.
 *
 * @param names of whoever looks
 */
export function withNames(filter: DealFilter, names: readonly string[]): DealFilter {
  if (!isAboutMe(filter)) return filter;
  const owner = filter.owner!.flatMap(one => (isMe(one) ? names : [one]));
  return { ...filter, owner: [...new Set(owner)] };
}

/**
 * Whom “me” means: whoever looks, and an owner who is called that.
 *
 * @param owners of the deals
 */
export function meantByMe(names: readonly string[], owners: readonly string[]): readonly string[] {
  return [...names, ...owners.filter(isMe)];
}

/** Whether a filter leaves the deals of these people, and nobody else’s. */
export function isAboutOnly({ owner = [] }: DealFilter, names: readonly string[]): boolean {
  const asked = new Set(owner.map(searchable));
  const meant = new Set(names.map(searchable));
  return asked.size > 0 && asked.size === meant.size && [...asked].every(one => meant.has(one));
}

function isMe(name: string): boolean {
  return searchable(name) === ME;
}
