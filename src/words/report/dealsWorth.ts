import type { DealSum } from '../../core/metrics/periodSums';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';
import { sumsText } from './sumsText';

/** `3 deals, €48,000` */
export function dealsWorth({ count, value }: DealSum, words: ReportWords, money: MoneyFormat): string {
  return [words.deals(count), sumsText(value, words, money)].filter(Boolean).join(', ');
}
