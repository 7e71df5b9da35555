import type { Entry } from '../deal/entry';
import { dealOf, titleOf } from '../deal/entry';
import { sourceIdIn } from '../deal/sourceId';

/** A file that may have got another path: what is known of it, and what stands in it. */
export interface FileSeen {
  readonly entry: Entry;
  readonly text: string;
}

/**
 * Whether a file that went and one that came can be one deal. Git pairs files that look alike, and deals that were begun with
 * the same template do: so they need the same title, the same account and first day, or the same `source_id`.
 */
export function isSameDeal(gone: FileSeen, come: FileSeen): boolean {
  if (titleOf(gone.entry) === titleOf(come.entry)) return true;
  const [old, now] = [dealOf(gone.entry), dealOf(come.entry)];
  if (old?.created && old.account && old.created === now?.created && old.account === now.account) return true;
  const id = sourceIdIn(gone.text);
  return id !== undefined && id === sourceIdIn(come.text);
}
