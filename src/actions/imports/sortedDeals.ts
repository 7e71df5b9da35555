import type { FieldDifference } from '../../core/intake/again/compare';
import type { DealAgain } from '../../core/intake/again/update';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import type { DealThere, Likeness } from '../../core/intake/there';

/** An incoming deal that is there already, and in what it is different. */
export interface Matched extends DealAgain {
  readonly there: DealThere;
  readonly differences: readonly FieldDifference[];
  /** By what an import knew it before both the table and the file got another title. */
  readonly formerly?: string;
}

/** An incoming deal that may be there already. */
export interface Likely {
  readonly incoming: IncomingDeal;
  readonly there: DealThere;
  readonly by: Likeness;
}

/** A deal of which several files have the id: the one that was matched, and the others. */
export interface Copied {
  readonly path: string;
  readonly copies: readonly string[];
}

/** What a person wishes of an import besides the mapping. */
export interface ImportWishes {
  /** Deals of the same account and title as others, or of the same id in another table, are made all the same. */
  readonly makesDuplicates?: boolean;
  /** Deals that have been deleted since an import made them are made again. */
  readonly makesDeleted?: boolean;
}

/** The deals of a table by what is there of them already. */
export interface SortedDeals {
  /** In the order of their rows. */
  readonly fresh: readonly IncomingDeal[];
  readonly matched: readonly Matched[];
  /** Deals that are there, and that rows of the table may mean. Those of the same account and title, or the same id, aren't made again unless that is wished. */
  readonly likely: readonly Likely[];
  /** Deals that an import has made and somebody has deleted since. They aren't made again unless that is wished. */
  readonly deleted: readonly IncomingDeal[];
  readonly copies: readonly Copied[];
  /** Those of `fresh` that are much like another one here, which is wished or was. */
  readonly doubles: ReadonlySet<IncomingDeal>;
  /** Deals that may be here, and aren't made unless duplicates are wished. */
  readonly unsure: readonly IncomingDeal[];
  readonly notTaken: readonly OfRow[];
}

/** Whether a deal is so much like another one that it's made only if that is wished. */
export function isDuplicate({ by }: Pick<Likely, 'by'>): boolean {
  return by === 'title' || by === 'id';
}

/** How many deals aren't made as they are there already, or may be. */
export function duplicatesIn({
  likely,
  fresh,
  unsure,
}: Pick<SortedDeals, 'likely' | 'fresh' | 'unsure'>): number {
  const made = new Set(fresh);
  return likely.filter(one => isDuplicate(one) && !made.has(one.incoming)).length + unsure.length;
}
