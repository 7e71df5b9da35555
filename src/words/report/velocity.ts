import type { FunnelReport } from '../../core/metrics/funnel';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';

/** `€120 per day`, of each currency in which it is known. */
export function velocityText(
  velocity: FunnelReport['velocity'],
  words: ReportWords,
  { one, inOrder }: MoneyFormat,
): string {
  const perDay = inOrder(velocity).flatMap(currency => {
    const amount = velocity[currency] ?? null;
    return amount === null ? [] : [words.perDay(one({ amount, currency }))];
  });
  return perDay.join(', ') || words.unknown;
}
