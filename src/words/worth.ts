import type { Deal } from '../core/deal/deal';
import type { Money } from '../core/money';
import type { MoneyFormat } from '../core/moneyFormat';
import { periodsOf } from '../core/recurring';

type Worth = Pick<Deal, 'value' | 'valueEach' | 'valuePeriod' | 'term'>;

/** What a deal is worth as its file says it: `€48,000`, or `€500/month` where it recurs. */
export function worthOf(deal: Worth, { one }: MoneyFormat): string | undefined {
  return worthIn(one, deal);
}

/** The same for narrow places: `€48K`. */
export function shortWorthOf(deal: Worth, { short }: MoneyFormat): string | undefined {
  return worthIn(short, deal);
}

function worthIn(
  write: (money: Money) => string,
  { value, valueEach, valuePeriod }: Worth,
): string | undefined {
  return valueEach && valuePeriod ? `${write(valueEach)}/${valuePeriod}` : value && write(value);
}

/** What counts of a value that recurs, and why: `Contract €12,000: 24 × €500/month`. */
export function contractOf(deal: Worth, money: MoneyFormat): string | undefined {
  const { value, valuePeriod, term } = deal;
  if (!value || !valuePeriod) return undefined;
  const periods = periodsOf(valuePeriod, term);
  const length = term === undefined ? ' (one year, as there’s no term)' : '';
  return `Contract ${money.one(value)}: ${periods} × ${worthOf(deal, money)}${length}`;
}
