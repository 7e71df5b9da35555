import type { FunnelReport } from '../../core/metrics/funnel';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';
import { sumsText } from './sumsText';

/** `€120 per day`, of each currency in which it is known; `closed` is how many deals the win rate in it rests on. */
export function velocityText(
  velocity: FunnelReport['velocity'],
  words: ReportWords,
  closed: number,
  minSample: number,
  money: MoneyFormat,
): string {
  const known = Object.fromEntries(
    Object.entries(velocity).flatMap(([currency, amount]) => (amount === null ? [] : [[currency, amount]])),
  );
  if (!Object.keys(known).length) return words.unknown;
  if (closed < minSample) return words.tooFew(closed);
  if (money.inOne(known)) return sumsText(known, words, money, words.perDay);
  const perDay = money.inOrder(known).map(currency => money.one({ amount: known[currency]!, currency }));
  return perDay.map(words.perDay).join(', ');
}
