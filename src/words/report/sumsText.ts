import type { MoneyMap } from '../../core/money';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { ReportWords } from '../report';

/**
 * `€48,000 + £12,000`; where the team has rates, as one sum with what it is made of: `≈ €62,000 (€48,000 + £12,000)`.
 *
 * @param unit what is said of the sum itself, such as `€120 per day`
 */
export function sumsText(
  sums: Readonly<MoneyMap>,
  words: ReportWords,
  money: MoneyFormat,
  unit = (amount: string) => amount,
): string {
  const one = money.inOne(sums);
  return one ? words.about(unit(money.one(one.money)), money.sums(sums), one.without) : money.sums(sums);
}
