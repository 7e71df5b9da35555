import type { MoneyMap } from '../../core/money';
import { say } from '../words';

/** Amounts below each other, never added up, the team's currency first as in the tree; a dash for none. */
export function Amounts({ of }: { of: Readonly<MoneyMap> }) {
  const currencies = say.inOrder(of);
  if (!currencies.length) return <span class="none">–</span>;
  return (
    <>
      {currencies.map(currency => (
        <span key={currency} class="amount">
          {say.amount(of[currency]!, currency)}
        </span>
      ))}
    </>
  );
}
