import type { FunnelReport } from '../../core/metrics/funnel';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';

/** `€120 per day`, of each currency in which it is known; `closed` is how many deals the win rate in it rests on. */
export function velocityText(
  velocity: FunnelReport['velocity'],
  words: ReportWords,
  closed: number,
  minSample: number,
  { one, inOrder }: MoneyFormat,
): string {
  const perDay = inOrder(velocity).flatMap(currency => {
    const amount = velocity[currency] ?? null;
    return amount === null ? [] : [words.perDay(one({ amount, currency }))];
  });
  if (!perDay.length) return words.unknown;
  return closed < minSample ? words.tooFew(closed) : perDay.join(', ');
}
