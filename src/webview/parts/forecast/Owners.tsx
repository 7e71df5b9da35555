import type { CalendarDate } from '../../../core/calendar';
import type { OwnerReport } from '../../../core/metrics/owners';
import { forecastKey } from '../../../words/definition';
import { send } from '../../host';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';
import { Amounts } from '../Amounts';
import { Defined } from '../Defined';
import { OwnersTable } from '../OwnersTable';

const { owners: said } = words.today;

/** How each owner does, side by side. */
export function Owners() {
  const { owners, today, asOf } = useSheet().report;
  const hasQuota = owners.some(({ coverage }) => coverage);
  const columns = columnsSince(today.changes.since, asOf).filter(
    ({ by }) => hasQuota || (by !== 'quota' && by !== 'coverage'),
  );
  const others = (
    <>
      {columns.map(({ by, label }) => (
        <th key={label} scope="col" class="money">
          <Defined by={by}>{label}</Defined>
        </th>
      ))}
      <th scope="col">{said.oldest}</th>
    </>
  );
  const heads = { owner: said.owner, none: said.none, others };
  return (
    <OwnersTable id="owners" title={said.title} look="owners" heads={heads} owners={owners}>
      {one => (
        <>
          {columns.map(({ by, label, of }) => (
            <td key={label} class="money" data-tip={by}>
              {of(one)}
            </td>
          ))}
          <td>
            <Oldest of={one.oldestUntouched} />
          </td>
        </>
      )}
    </OwnersTable>
  );
}

const columnsSince = (since: CalendarDate, asOf: CalendarDate) => [
  { by: 'openValue', label: said.open, of: ({ open }: OwnerReport) => <Amounts of={open.value} /> },
  { by: 'weighted', label: said.weighted, of: ({ open }: OwnerReport) => <Amounts of={open.weighted} /> },
  { by: forecastKey('closed'), label: said.won, of: ({ won }: OwnerReport) => <Amounts of={won.value} /> },
  { by: 'quota', label: said.quota, of: ({ coverage }: OwnerReport) => quotaOf(coverage) },
  { by: 'coverage', label: words.forecast.covered, of: ({ coverage }: OwnerReport) => coverageIn(coverage) },
  { by: 'slippedNow', label: said.slipped, of: ({ slipped }: OwnerReport) => say.count(slipped.count) },
  {
    by: 'activities',
    label: said.activities(since, asOf),
    of: ({ activities }: OwnerReport) => say.count(activities),
  },
];

function quotaOf(coverage: OwnerReport['coverage']): string {
  return coverage ? say.amount(coverage.quota.amount, coverage.quota.currency) : '–';
}

function coverageIn(coverage: OwnerReport['coverage']): string {
  if (!coverage) return '–';
  return coverage.coverage === null ? words.forecast.met : words.forecast.coverage(coverage.coverage);
}

function Oldest({ of: deal }: { of: OwnerReport['oldestUntouched'] }) {
  if (!deal) return <span class="none">–</span>;
  return (
    <button type="button" class="link" onClick={() => send({ type: 'openFile', path: deal.path })}>
      {said.untouched(deal.title, deal.days)}
    </button>
  );
}
