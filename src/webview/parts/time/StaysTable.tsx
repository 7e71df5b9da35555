import type { StageId } from '../../../core/process/stages';
import { formatCount, formatNumber, formatRate, NOTHING_TO_DIVIDE_BY } from '../../format';
import { useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';
import { Behind } from '../Behind';

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
              <Stays stage={stage} open={false} of={stays.completed} />
              {[stays.p25, stays.median, stays.p75, stays.p90, stays.mean].map((days, at) => (
                <Days key={at} of={days} by="endedStays" />
              ))}
              <Days of={stays.kaplanMeierMedian} by="kaplanMeier" />
              <Stays stage={stage} open of={stays.open} />
              <Days of={stages[k]!.stalledAfter} by="stalled" />
              <td class="count" data-tip="shareOfDays">
                {formatRate(load)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  );
}

function Days({ of, by }: { of: number | null; by: string }) {
  return (
    <td class={of === null ? 'count none' : 'count'} data-tip={by}>
      {of === null ? NOTHING_TO_DIVIDE_BY : formatNumber(of)}
    </td>
  );
}

function Stays({ stage, open, of }: { stage: StageId; open: boolean; of: number }) {
  return (
    <td class="count">
      <Behind
        figure={{ kind: 'stays', stage, open }}
        words={open ? 'Stays that are not over' : 'Stays that have ended'}
        by={open ? 'openHere' : 'endedStays'}
        isNone={!of}
      >
        {formatCount(of)}
      </Behind>
    </td>
  );
}
