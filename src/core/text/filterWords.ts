import type { ReportFilter } from '../metrics/question';

/** `owner dana or ben, from 2026-01-01, worth 5000 or more`; empty where nothing is left out. */
export function describeFilter({ from, to, minValue, maxValue, ...names }: ReportFilter): string {
  const named = Object.entries(names as Record<string, readonly string[]>).map(
    ([key, some]) => `${key} ${some.join(' or ')}`,
  );
  return [
    ...named,
    from && `from ${from}`,
    to && `to ${to}`,
    minValue !== undefined && `worth ${minValue} or more`,
    maxValue !== undefined && `worth ${maxValue} or less`,
  ]
    .filter(Boolean)
    .join(', ');
}
