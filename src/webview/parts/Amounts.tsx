import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MoneyMap } from '../../core/money';
import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatAmount } from '../format';

/** The order of currencies, the same all over the sheet. */
export const Currencies = createContext<readonly string[]>([]);

/** The currency with the largest sum first. */
export function currenciesOf({ open, won, lost }: FunnelSheet): string[] {
  const sums = new Map<string, number>();
  for (const { value } of [open, won, lost]) {
    for (const [currency, amount] of Object.entries(value)) {
      sums.set(currency, (sums.get(currency) ?? 0) + amount);
    }
  }
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/** Amounts of different currencies below each other, never added up; a dash where there is nothing. */
export function Amounts({ of }: { of: Readonly<MoneyMap> }) {
  const currencies = useContext(Currencies).filter(currency => Object.hasOwn(of, currency));
  if (!currencies.length) return <span class="none">–</span>;
  return (
    <>
      {currencies.map(currency => (
        <span key={currency} class="amount">
          {formatAmount(of[currency]!, currency)}
        </span>
      ))}
    </>
  );
}
