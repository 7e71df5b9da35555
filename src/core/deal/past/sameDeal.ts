import type { CalendarDate } from '../../calendar';
import { fileTitle } from '../../pipeline/paths';
import type { FileState } from './fileState';

/** What tells a deal from others, wherever its file is and whatever else it says. */
export interface DealIdentity {
  readonly title: string | undefined;
  readonly account: string | undefined;
  readonly sourceId: string | undefined;
  readonly created: CalendarDate | undefined;
}

/** What a version of a deal's file says of who it is; without a title, it is called as its file. */
export function identityOf(state: FileState, path: string): DealIdentity {
  return { ...state, title: state.title ?? fileTitle(path) };
}

/**
 * Whether two files that are alike by their text, as one that went and one that came, are one deal: by the title, by the account
 * and the day of the beginning, or by the id elsewhere, and nothing of these says that they are two. Deals that were begun with
 * the same template look alike, too.
 */
export function isSameDeal(one: DealIdentity, other: DealIdentity): boolean {
  const isAlike = (field: keyof DealIdentity) => one[field] !== undefined && one[field] === other[field];
  const differs = (field: keyof DealIdentity) =>
    one[field] !== undefined && other[field] !== undefined && one[field] !== other[field];
  if (differs('created') || differs('sourceId')) return false;
  return isAlike('sourceId') || isAlike('title') || (isAlike('created') && isAlike('account'));
}
