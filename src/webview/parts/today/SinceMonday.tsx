import type { ChangedDeal, ChangeList } from '../../../core/metrics/today/changes';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';

const { changes: said } = words.today;

/** What has become of deals since last Monday, each with its deals. */
export function SinceMonday() {
  const { asOf, today } = useSheet().report;
  const { since, activities, movedOn, movedBack, won, lost, pushed, ...rest } = today.changes;
  return (
    <section class="changes" aria-labelledby="changes-heading">
      <h3 id="changes-heading">{said.title(since, asOf)}</h3>
      <ul>
        <Change label={said.new} of={rest.new} />
        <Change label={said.movedOn} of={movedOn} />
        <Change label={said.movedBack} of={movedBack} />
        <Change label={said.won} of={won} hasValue />
        <Change label={said.lost} of={lost} hasValue />
        <Change label={said.pushed} of={pushed} more={({ days }) => said.byDays(days)} />
        <li class={activities ? 'line' : 'line none'}>
          <span>{said.activities}</span> <strong>{say.count(activities)}</strong>
        </li>
      </ul>
    </section>
  );
}

interface ChangeProps<D extends ChangedDeal> {
  readonly label: string;
  readonly of: ChangeList<D>;
  readonly hasValue?: boolean;
  readonly more?: (deal: D) => string;
}

function Change<D extends ChangedDeal>({ label, of, hasValue = false, more }: ChangeProps<D>) {
  const { count, deals, value } = of;
  const line = (
    <>
      <span>{label}</span> <strong>{say.count(count)}</strong>
    </>
  );
  if (!count) return <li class="line none">{line}</li>;
  const sums = hasValue ? say.inOrder(value).map(currency => say.amount(value[currency]!, currency)) : [];
  return (
    <li>
      <details>
        <summary class="line">{line}</summary>
        {sums.length > 0 && <p class="note">{sums.join(' + ')}</p>}
        <ul>
          {deals.map(deal => (
            <li key={deal.path}>
              <button type="button" class="link" onClick={() => send({ type: 'openFile', path: deal.path })}>
                {deal.title}
              </button>
              {more && <span class="note"> {more(deal)}</span>}
            </li>
          ))}
        </ul>
        {count > deals.length && <p class="note">{said.more(count - deals.length)}</p>}
      </details>
    </li>
  );
}
