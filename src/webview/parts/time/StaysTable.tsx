import { useSheet } from '../../sheetContext';
import { AsTable } from '../AsTable';
import { CountCell } from '../CountCell';
import { Grid } from '../Grid';
import { say, words } from '../../words';

const { table: said } = words.time;

/** All that is known of the stays, in days. */
export function StaysTable() {
  const { report, stages, minSample } = useSheet();
  return (
    <AsTable of={said.of}>
      <Grid>
        <thead>
          <tr>
            <th scope="col">{words.time.stage}</th>
            {said.columns.map(column => (
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
              <CountCell
                figure={{ kind: 'stays', stage, open: false }}
                words={said.completed}
                by="endedStays"
                of={stays.completed}
              />
              {[stays.p25, stays.median, stays.p75, stays.p90, stays.mean].map((days, at) => (
                <Days key={at} of={days} by="endedStays" isTooFew={stays.completed < minSample} />
              ))}
              <Days of={stays.kaplanMeierMedian} by="kaplanMeier" isTooFew={stays.completed < minSample} />
              <CountCell
                figure={{ kind: 'stays', stage, open: true }}
                words={said.open}
                by="openHere"
                of={stays.open}
              />
              <Days of={stages[k]!.stalledAfter} by="stalled" />
              <td class="count" data-tip="shareOfDays">
                {say.rate(load)}
              </td>
            </tr>
          ))}
        </tbody>
      </Grid>
    </AsTable>
  );
}

function Days({ of, by, isTooFew = false }: { of: number | null; by: string; isTooFew?: boolean }) {
  return (
    <td class={of === null || isTooFew ? 'count none' : 'count'} data-tip={by}>
      {of === null ? say.unknown : isTooFew ? say.tooFew : say.number(of)}
    </td>
  );
}
