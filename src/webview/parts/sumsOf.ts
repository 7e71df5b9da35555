import type { MoneyMap } from '../../core/money';
import { say, words } from '../words';

/** What deals are worth, in words: in one sum where the team has rates for all of it, else an amount for each currency. */
export function sumsOf(value: Readonly<MoneyMap>): string[] {
  const one = say.inOne(value);
  return one && !one.without.length
    ? [words.headline.about(say.amount(one.money.amount, one.money.currency))]
    : say.inOrder(value).map(currency => say.amount(value[currency]!, currency));
}
