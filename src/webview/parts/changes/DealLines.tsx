import { useState } from 'preact/hooks';
import type { ChangedDealShown } from '../../../shared/changesSheet';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { useIsOnPaper } from '../whole';
import { say, words } from '../../words';

const { kinds: said } = words.changes;

/** So many are read at a glance. */
const FIRST = 6;
/** So many leave the rest of a page its room. */
const MOST_ON_PAPER = 18;

interface DealLinesProps {
  readonly deals: readonly ChangedDealShown[];
  /** Of all of them. */
  readonly count: number;
  /** What the deals are worth is what has changed. */
  readonly withoutValue?: boolean;
}

/** Deals by name, each with what happened to it; a click shows the change. */
export function DealLines({ deals, count, withoutValue = false }: DealLinesProps) {
  const [isAll, setAll] = useState(false);
  const { asOf } = useSheet().report;
  const isOnPaper = useIsOnPaper();
  const shown = isAll && !isOnPaper ? deals : deals.slice(0, isOnPaper ? MOST_ON_PAPER : FIRST);
  return (
    <>
      <ul class="deal-lines">
        {shown.map(({ path, isGone, title, said: what, value, on, by }) => {
          const worth = value?.amount && !withoutValue ? say.amount(value.amount, value.currency) : '';
          return (
            <li key={`${path}${String(isGone)}`}>
              <button type="button" class="behind" onClick={() => send({ type: 'openChange', path, isGone })}>
                {title}
              </button>{' '}
              <span class="note">{said.more(what, worth, on, by, asOf)}</span>
            </li>
          );
        })}
      </ul>
      {shown.length < deals.length && !isOnPaper ? (
        <button type="button" class="behind more" onClick={() => setAll(true)}>
          {said.showMore(deals.length - shown.length)}
        </button>
      ) : (
        count > shown.length && <p class="note">{said.andMore(count - shown.length)}</p>
      )}
    </>
  );
}
