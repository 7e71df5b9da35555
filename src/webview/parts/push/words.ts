import { DAYS_PER_MONTH } from '../../../core/metrics/whatIf';
import {
  formatAmount,
  formatAnySize,
  formatDays,
  formatNumber,
  formatRate,
  NOTHING_TO_DIVIDE_BY,
} from '../../format';
import type { Result } from './expected';

/** By the time in which it is at least one: `2.3 more deals a month`, `4.2 more deals a year`, `1 more deal in 2.5 years`. */
export function moreDealsWords(perDay: number): string {
  const perMonth = perDay * DAYS_PER_MONTH;
  if (perMonth >= 1) return `${formatNumber(perMonth)} more deals a month`;
  const perYear = perMonth * 12;
  if (perYear >= 1) return `${formatNumber(perYear)} more deals a year`;
  return `1 more deal in ${formatNumber(1 / perYear)} years`;
}

/** A result as it stands: `0.38`, `€20,100`, `98 days`, `50%`. */
export function resultWords(
  { kind, currency }: Pick<Result, 'kind' | 'currency'>,
  of: number | null,
): string {
  if (of === null) return NOTHING_TO_DIVIDE_BY;
  if (currency !== undefined) return formatAmount(of, currency);
  switch (kind) {
    case 'cycle':
      return formatDays(Math.round(of));
    case 'winRate':
      return formatRate(of);
    default:
      return formatAnySize(of);
  }
}

/** By how much a result is another: empty where nobody knows, or where it is the same. */
export function differenceWords(result: Result): string {
  const { before, after, kind } = result;
  if (before === null || after === null || after === before) return '';
  const difference = after - before;
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  if (kind === 'winRate') return `${sign}${formatNumber(size * 100)} points`;
  const share = before === 0 ? '' : ` (${sign}${formatRate(size / before)})`;
  return `${sign}${resultWords(result, size)}${share}`;
}
