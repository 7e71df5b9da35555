import type { DealFilter, FilterKey } from '../../../core/filter/table';

/** Changes some of what the filter asks for; what is `undefined` is taken out. */
export type SetFilter = (change: Partial<Record<FilterKey, unknown>>) => void;

/** A filter without the keys that hold nothing, as messages have it. */
export function withoutAbsent(filter: Partial<Record<FilterKey, unknown>>): DealFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
