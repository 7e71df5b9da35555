import type { ReportFilter } from '../core/metrics/question';
import { day, listOf, number, object, optional, text, type Shape } from '../core/shapes';

/** A key that a filter has and that is missing here does not compile. */
const fields: { readonly [key in keyof ReportFilter]-?: Shape<ReportFilter[key] | undefined> } = {
  from: optional(day),
  to: optional(day),
  owner: optional(listOf(text)),
  tag: optional(listOf(text)),
  source: optional(listOf(text)),
  currency: optional(listOf(text)),
  minValue: optional(number),
  maxValue: optional(number),
};

export const isReportFilter = object(fields) as unknown as Shape<ReportFilter>;
