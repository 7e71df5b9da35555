import { plainText } from '../../../core/escape';
import type { DealFilter, FilterKey } from '../../../core/filter/table';
import { filterWords as wordsOfFilters } from '../../../words/filter';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import { formatDay, formatNumber } from '../../format';
import { labelOf } from '../../sheetContext';

/** A filter without the keys that hold nothing, as messages have it. */
export function withoutAbsent(filter: Partial<Record<FilterKey, unknown>>): DealFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** `from 1 Jul 2026 to 30 Sep 2026` */
export function periodWords(filter: DealFilter): string {
  return wordsOfFilters('en').period(filter, { day: formatDay }) || 'any time';
}

/** Which deals a filter leaves, for a heading or a page on paper; `all deals` where it leaves all. */
export function filterWords(filter: DealFilter, sheet: Pick<FunnelSheet, 'stages'>): string {
  const words = wordsOfFilters('en').describe(filter, {
    stage: id => labelOf(sheet, id),
    name: name => plainText(name, 60),
    day: formatDay,
    amount: formatNumber,
  });
  return words || 'all deals';
}
