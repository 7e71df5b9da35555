import { differencesOf, type FieldDifference } from '../../core/intake/again/compare';
import { withoutNeedlessStage } from '../../core/intake/again/lastStage';
import { meantHere } from '../../core/intake/again/meantHere';
import type { DealAgain } from '../../core/intake/again/update';
import type { WrittenDeals } from '../../core/intake/again/written';
import { idOf } from '../../core/intake/gather';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import { say } from '../../core/intake/say';
import type { DealsThere, DealThere, Likeness } from '../../core/intake/there';
import type { Process } from '../../core/process/process';
import type { Refusal } from '../../core/refusal';

/** An incoming deal that is there already, and in what it is different. */
export interface Matched extends DealAgain {
  readonly there: DealThere;
  readonly differences: readonly FieldDifference[];
}

/** An incoming deal that may be there already. */
export interface Likely {
  readonly incoming: IncomingDeal;
  readonly there: DealThere;
  readonly by: Likeness;
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
  readonly notTaken: readonly OfRow[];
}

/**
 * Finds for each deal of a table the one that it is here, or may be.
 *
 * @param left rows that couldn't be read: they come back among those that aren't taken
 * @param written what imports have written before
 */
export function sortDeals(
  deals: readonly IncomingDeal[],
  there: DealsThere,
  left: readonly OfRow[],
  written: WrittenDeals,
  process: Process,
  { makesDuplicates = false, makesDeleted = false }: ImportWishes,
): SortedDeals {
  const fresh: IncomingDeal[] = [];
  const matched: Matched[] = [];
  const likely: Likely[] = [];
  const deleted: IncomingDeal[] = [];
  const notTaken = [...left];
  const others: IncomingDeal[] = [];
  for (const incoming of deals) {
    const same = there.sameAs(incoming);
    if (!same) {
      others.push(incoming);
      continue;
    }
    const before = written.get(idOf(incoming));
    const meant = withoutNeedlessStage(meantHere(withoutPart(incoming), same.deal), same.deal, before);
    const again = { incoming: meant, written: before };
    const differences = differencesOf(same.deal.path, same.text, again, process);
    if ('problem' in differences) notTaken.push(notUpdated(incoming, same, differences));
    else matched.push({ ...again, there: same, differences });
  }
  for (const incoming of others) {
    if (written.has(idOf(incoming)) && !makesDeleted) {
      deleted.push(incoming);
      continue;
    }
    const like = there.likeTo(incoming);
    if (like) likely.push({ incoming, ...like });
    if (!like || !isDuplicate(like) || makesDuplicates) {
      fresh.push(incoming);
      continue;
    }
    const { deal, sourceId: id } = like.there;
    const kind = like.by === 'id' ? id?.split(':')[0] : undefined;
    const says = say('rowIsThere', { path: deal.path, id, kind });
    notTaken.push({ row: incoming.row, column: undefined, says });
  }
  return { fresh, matched, likely, deleted, notTaken: notTaken.toSorted((a, b) => a.row - b.row) };
}

/** Notes of which a part is lost don't replace those that are here. */
function withoutPart(incoming: IncomingDeal): IncomingDeal {
  return incoming.isPart ? { ...incoming, notes: '' } : incoming;
}

/** Whether a deal is so much like another one that it's made only if that is wished. */
function isDuplicate({ by }: Pick<Likely, 'by'>): boolean {
  return by === 'title' || by === 'id';
}

/** How many deals aren't made as they are there already. */
export function duplicatesIn({ likely, fresh }: Pick<SortedDeals, 'likely' | 'fresh'>): number {
  const made = new Set(fresh);
  return likely.filter(one => isDuplicate(one) && !made.has(one.incoming)).length;
}

/** Why a deal that is there already is left as it is, though the table has something newer. */
export function notUpdated({ row }: IncomingDeal, { deal }: DealThere, { problem }: Refusal): OfRow {
  const says = say('rowNotUpdated', { path: deal.path, why: problem.says });
  return { row, column: undefined, says };
}
