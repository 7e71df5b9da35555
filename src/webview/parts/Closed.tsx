import type { FunnelSheet } from '../../shared/funnelSheet';
import { formatCount, plural } from '../format';
import { Amounts } from './Amounts';
import { Defined } from './Defined';
import { Meter } from './Meter';

/** What became of the deals that are closed. */
export function Closed({ sheet: { won, lost } }: { sheet: FunnelSheet }) {
  return (
    <>
      <section aria-labelledby="won-heading" class="closed">
        <h2 id="won-heading">
          <Defined by="won">Won</Defined>
        </h2>
        <Total {...won} />
      </section>
      <section aria-labelledby="lost-heading" class="closed">
        <h2 id="lost-heading">
          <Defined by="lost">Lost</Defined>
        </h2>
        <Total {...lost} />
        {lost.reasons.length > 0 && <Reasons reasons={lost.reasons} />}
      </section>
    </>
  );
}

function Total({ count, value }: FunnelSheet['won']) {
  return (
    <p class="total">
      <span class="value">
        <Amounts of={value} />
      </span>
      <span class="note">{plural(count, 'deal', 'deals')}</span>
    </p>
  );
}

function Reasons({ reasons }: Pick<FunnelSheet['lost'], 'reasons'>) {
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <table class="reasons">
      <caption>
        <Defined by="reasons">Reasons</Defined>
      </caption>
      <tbody>
        {reasons.map(({ reason, count }) => (
          <tr key={reason}>
            <th scope="row">{reason ?? <span class="none">no reason given</span>}</th>
            <td class="meter">
              <Meter count={count} of={most} />
            </td>
            <td class="count">{formatCount(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
