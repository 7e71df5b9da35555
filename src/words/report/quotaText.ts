import type { Coverage } from '../../core/metrics/coverage';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';

/** What is to go to a quota; empty where there is none. */
export function quotaText(
  of: Coverage | null,
  isOver: boolean,
  words: ReportWords,
  money: MoneyFormat,
): string {
  if (!of) return '';
  const { quota, missing, coverage, without } = of;
  const amount = money.one(quota);
  const rest = without.length ? `; ${words.noRate(without)}` : '';
  if (coverage === null) return words.quotaMet(amount) + rest;
  const lacking = money.one({ ...quota, amount: missing });
  const said = isOver
    ? words.quotaMissed(amount, lacking)
    : words.quotaToGo(amount, lacking, coverage.toFixed(1));
  return said + rest;
}
