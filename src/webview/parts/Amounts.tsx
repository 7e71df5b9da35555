import type { MoneyMap } from '../../core/money';
import { formatAmounts } from '../format';

/** Amounts of different currencies below each other, never added up; a dash where there is nothing. */
export function Amounts({ of }: { of: Readonly<MoneyMap> }) {
  const amounts = formatAmounts(of);
  if (!amounts.length) return <span class="none">–</span>;
  return (
    <>
      {amounts.map(amount => (
        <span key={amount} class="amount">
          {amount}
        </span>
      ))}
    </>
  );
}
