import { sum } from 'd3-array';
import type { StageReport } from '../../../core/metrics/stageReport';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Grid } from '../Grid';
import { Meter } from './Meter';
import { say, words } from '../../words';

const { reach } = words;
const { leaks } = reach;

/** So many reasons are named for a stage; the others are behind its number. */
const MOST = 3;

/** Where deals were lost, in the stage that they were in then, and why. */
export function Leaks() {
  const { report } = useSheet();
  const { lost } = report.outcomes;
  const most = Math.max(...report.stages.map(({ lostIn }) => lostIn.count));
  if (!lost.count) {
    return <p class="note">{leaks.none}</p>;
  }
  return (
    <details class="fold" id="leaks">
      <summary>{leaks.title}</summary>
      <div class="scrolling">
        <Grid class="open leaks">
          <thead>
            <tr>
              <th scope="col">{reach.stage}</th>
              <th scope="col" class="count">
                <Defined by="lostIn">{reach.lost}</Defined>
              </th>
              <td class="meter" />
              <th scope="col">
                <Defined by="reasons">{leaks.why}</Defined>
              </th>
              <th scope="col" class="money">
                <Defined by="lost">{reach.value}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.stages.map((stage, k) => (
              <Leak key={stage.stage} stage={stage} at={k} most={most} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{leaks.all}</th>
              <td class="count">
                <Behind figure={{ kind: 'deals', status: 'lost' }} words={leaks.lostDeals} by="lost">
                  {say.count(lost.count)}
                </Behind>
              </td>
              <td class="meter" />
              <td class="reasons">
                <Reasons of={lost.reasons} all={lost.count} />
              </td>
              <td class="money">
                <Behind figure={{ kind: 'deals', status: 'lost' }} words={leaks.lostDeals} by="lost">
                  <Amounts of={lost.value} />
                </Behind>
              </td>
            </tr>
          </tfoot>
        </Grid>
      </div>
    </details>
  );
}

function Leak({ stage: { stage, lostIn }, at, most }: { stage: StageReport; at: number; most: number }) {
  const { label } = useSheet().stages[at]!;
  return (
    <tr class={lostIn.count ? undefined : 'none'}>
      <th scope="row">{label}</th>
      <td class="count">
        <Behind
          figure={{ kind: 'stage', of: 'lostIn', stage }}
          words={reach.lostIn(label)}
          by="lostIn"
          isNone={!lostIn.count}
        >
          {say.count(lostIn.count)}
        </Behind>
      </td>
      <td class="meter lost">
        <Meter count={lostIn.count} of={most} />
      </td>
      <td class="reasons">
        <Reasons of={lostIn.reasons} stage={stage} all={lostIn.count} />
      </td>
      <td class="money">
        <Behind
          figure={{ kind: 'stage', of: 'lostIn', stage }}
          words={reach.lostIn(label)}
          by="lost"
          isNone={!lostIn.count}
        >
          <Amounts of={lostIn.value} />
        </Behind>
      </td>
    </tr>
  );
}

interface ReasonsProps {
  readonly of: StageReport['lostIn']['reasons'];
  readonly stage?: StageReport['stage'];
  /** How many deals were lost for any reason. */
  readonly all: number;
}

function Reasons({ of, stage, all }: ReasonsProps) {
  const named = of.slice(0, MOST);
  const others = all - sum(named, ({ count }) => count);
  return (
    <ul>
      {named.map(({ reason, count }) => (
        <li key={reason}>
          <Behind
            figure={{ kind: 'lostFor', reason, ...(stage && { stage }) }}
            words={leaks.lostFor(reason ?? leaks.noReason)}
            by="reasons"
          >
            {reason ?? leaks.noReason} {say.count(count)}
          </Behind>
        </li>
      ))}
      {others > 0 && (
        <li>
          <Behind
            figure={{
              kind: 'lostForOthers',
              reasons: named.map(({ reason }) => reason),
              ...(stage && { stage }),
            }}
            words={leaks.lostForOthers}
            by="reasons"
          >
            {leaks.otherReasons} {say.count(others)}
          </Behind>
        </li>
      )}
    </ul>
  );
}
