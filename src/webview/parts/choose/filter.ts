import { plainText } from '../../../core/escape';
import type { ReportFilter } from '../../../core/metrics/question';
import { formatDay, formatNumber } from '../../format';

/** A filter without the keys that hold nothing, as messages have it. */
export function withoutAbsent(filter: Partial<Record<keyof ReportFilter, unknown>>): ReportFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** `created 1 Jul 2026 to 30 Sep 2026` */
export function periodWords({ from, to }: ReportFilter): string {
  if (!from && !to) return 'any time';
  return [from && `from ${formatDay(from)}`, to && `to ${formatDay(to)}`].filter(part => part).join(' ');
}

/** Which deals a filter leaves, for a heading or a page on paper; `all deals` where it leaves all. */
export function filterWords(filter: ReportFilter): string {
  const { from, to, minValue, maxValue } = filter;
  const named = (['owner', 'source', 'tag', 'currency'] as const).flatMap(key =>
    (filter[key] ?? []).map(name => `${key} ${plainText(name, 60)}`),
  );
  const words = [
    ...named,
    (from ?? to) && `created ${periodWords(filter)}`,
    minValue !== undefined && `worth ${formatNumber(minValue)} or more`,
    maxValue !== undefined && `worth ${formatNumber(maxValue)} or less`,
  ];
  return words.filter(part => part).join(', ') || 'all deals';
}
