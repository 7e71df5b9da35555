import type { FunnelReport } from '../../core/metrics/funnel';
import { formatMoney } from '../../core/money';
import type { ReportWords } from '../report';

/** `€120 per day`, of each currency in which it is known. */
export function velocityText(velocity: FunnelReport['velocity'], words: ReportWords): string {
  const perDay = Object.entries(velocity).flatMap(([currency, amount]) =>
    amount === null ? [] : [words.perDay(formatMoney({ amount, currency }))],
  );
  return perDay.join(', ') || words.unknown;
}
