import { changeRows, type ChangeRow } from '../../../words/report/changeRows';
import { send } from '../../host';
import { labelOf, useSheet } from '../../sheetContext';
import { say, words } from '../../words';

const { changes: said } = words.today;

/** What has become of deals since last Monday, each with its deals. */
export function Changes() {
  const sheet = useSheet();
  const { asOf, today } = sheet.report;
  const { changes } = today;
  const rows = changeRows(
    changes,
    asOf,
    said,
    stage => labelOf(sheet, stage),
    text => text,
  );
  return (
    <section class="changes" aria-labelledby="changes-heading">
      <h3 id="changes-heading">{said.title(changes.since, asOf)}</h3>
      <ul>
        {rows.map(row => (
          <Change key={row.name} of={row} />
        ))}
        <li class={changes.activities ? 'line' : 'line none'}>
          <span>{said.activities}</span> <strong>{say.count(changes.activities)}</strong>
        </li>
      </ul>
    </section>
  );
}

function Change({ of: { name, sum, deals } }: { of: ChangeRow }) {
  const line = (
    <>
      <span>{name}</span> <strong>{say.count(sum.count)}</strong>
    </>
  );
  if (!sum.count) return <li class="line none">{line}</li>;
  const sums = say.inOrder(sum.value).map(currency => say.amount(sum.value[currency]!, currency));
  return (
    <li>
      <details>
        <summary class="line">{line}</summary>
        {sums.length > 0 && <p class="note">{sums.join(' + ')}</p>}
        <ul>
          {deals.map(({ deal, said: more }) => (
            <li key={deal.path}>
              <button type="button" class="link" onClick={() => send({ type: 'openFile', path: deal.path })}>
                {deal.title}
              </button>
              {more && <span class="note"> {more}</span>}
            </li>
          ))}
        </ul>
        {sum.count > deals.length && <p class="note">{said.more(sum.count - deals.length)}</p>}
      </details>
    </li>
  );
}
