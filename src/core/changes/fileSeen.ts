import { dealOf, isNote, titleOf, type Entry } from '../deal/entry';
import type { DealIdentity } from '../deal/past/sameDeal';
import { sourceIdIn } from '../deal/sourceId';

/** A file that may have got another path: what is known of it, and its text. */
export interface FileSeen {
  readonly entry: Entry;
  readonly text: string;
}

/** What a file says of who its deal is, as far as it can be read. */
export function identityIn({ entry, text }: FileSeen): DealIdentity {
  const deal = dealOf(entry);
  return {
    title: isNote(entry) ? undefined : titleOf(entry),
    account: deal?.account,
    created: deal?.created,
    sourceId: sourceIdIn(text),
  };
}
