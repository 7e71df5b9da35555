import type { DealFilter, FilterKey } from '../../../core/filter/table';

/** A filter without the keys that hold nothing, as messages have it. */
export function withoutAbsent(filter: Partial<Record<FilterKey, unknown>>): DealFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
