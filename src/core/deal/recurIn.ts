import type { Data } from '../frontMatter/parse';
import { isTerm, PERIODS, termIn, type Period } from '../recurring';

/** A change of the keys of a value that recurs. */
export interface RecurChange {
  readonly set: Readonly<Record<string, string | number>>;
  readonly clear: readonly string[];
}

/**
 * The keys by which a value recurs in a period, where that is another than the file's. A term stays as long as it was, in the
 * new periods; it goes where it is no whole number of those.
 */
export function recurIn(data: Data, period: Period | undefined): RecurChange {
  const { value_period: there, term } = data;
  if (period === undefined || period === there) return { set: {}, clear: [] };
  const set = { value_period: period };
  const from = PERIODS.find(one => one === there);
  if (!from || !isTerm(term)) return { set, clear: [] };
  const converted = termIn(period, term, from);
  return converted === undefined ? { set, clear: ['term'] } : { set: { ...set, term: converted }, clear: [] };
}
