import { NOTES } from '../../core/intake/again/compare';
import type { OfRow } from '../../core/intake/incoming';
import type { SortedDeals } from './sortedDeals';

/**
 * Of the cells that make no sense where they stand, those that this import puts in the notes of a deal, or takes so: what an import before it has done
 * with them was told then, and of a row that isn't taken nothing is done.
 */
export function notedNow(
  noted: readonly OfRow[],
  { matched, deleted, notTaken }: Pick<SortedDeals, 'matched' | 'deleted' | 'notTaken'>,
): readonly OfRow[] {
  const untouched = new Set([
    ...[...deleted, ...notTaken].map(({ row }) => row),
    ...matched.filter(({ differences }) => !differences.length).map(({ incoming: { row } }) => row),
  ]);
  // What a row with broken bytes has for the notes isn't compared with what is there.
  const same = matched.filter(
    ({ incoming: { notes }, differences }) => notes && !differences.some(({ field }) => field === NOTES),
  );
  const noNews = new Set(same.map(({ incoming: { row } }) => row));
  return noted.filter(({ row, isTaken }) => !untouched.has(row) && (isTaken === true || !noNews.has(row)));
}
