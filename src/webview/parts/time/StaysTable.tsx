import { formatCount, formatNumber, formatRate, NOTHING_TO_DIVIDE_BY } from '../../format';
import { useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';

const COLUMNS = [
  'Ended',
  'A quarter',
  'Median',
  'Three quarters',
  '90 %',
  'Mean',
  'Median with open stays',
  'Open',
  'Limit',
  'Share of all days',
];

/** All that is known of the stays, in days. */
export function StaysTable() {
  const { report, stages } = useSheet();
  return (
    <AsTable of="Days in each stage">
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {COLUMNS.map(column => (
              <th key={column} scope="col" class="count">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.stages.map(({ stage, stays, load }, k) => (
            <tr key={stage}>
              <th scope="row">{stages[k]!.label}</th>
              <td class="count">{formatCount(stays.completed)}</td>
              <Days of={stays.p25} />
              <Days of={stays.median} />
              <Days of={stays.p75} />
              <Days of={stays.p90} />
              <Days of={stays.mean} />
              <Days of={stays.kaplanMeierMedian} />
              <td class="count">{formatCount(stays.open)}</td>
              <Days of={stages[k]!.stalledAfter} />
              <td class="count">{formatRate(load)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  );
}

function Days({ of }: { of: number | null }) {
  return (
    <td class={of === null ? 'count none' : 'count'}>
      {of === null ? NOTHING_TO_DIVIDE_BY : formatNumber(of)}
    </td>
  );
}
