import type { Deal } from '../core/deal/deal';
import type { MoneyFormat } from '../core/moneyFormat';
import { periodsOf } from '../core/recurring';

type Worth = Pick<Deal, 'value' | 'valueEach' | 'valuePeriod' | 'term'>;

/** What a deal is worth as its file says it: `€48,000`, or `€500/month` where it recurs. */
export function worthOf({ value, valueEach, valuePeriod }: Worth, { one }: MoneyFormat): string | undefined {
  return valueEach && valuePeriod ? `${one(valueEach)}/${valuePeriod}` : value && one(value);
}

/** What counts of a value that recurs, and why: `Contract €12,000: 24 × €500/month`. */
export function contractOf(deal: Worth, money: MoneyFormat): string | undefined {
  const { value, valuePeriod, term } = deal;
  if (!value || !valuePeriod) return undefined;
  const periods = periodsOf(valuePeriod, term);
  const length = term === undefined ? ' (one year, as there’s no term)' : '';
  return `Contract ${money.one(value)}: ${periods} × ${worthOf(deal, money)}${length}`;
}
