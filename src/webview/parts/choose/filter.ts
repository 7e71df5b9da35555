import type { ReportFilter } from '../../../core/metrics/question';

/** A filter without the keys that hold nothing, as messages have it. */
export function withoutAbsent(filter: Partial<Record<keyof ReportFilter, unknown>>): ReportFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
