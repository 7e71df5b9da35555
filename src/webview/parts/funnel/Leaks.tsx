import type { StageReport } from '../../../core/metrics/stageReport';
import { formatCount } from '../../format';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Meter } from './Meter';

/** So many reasons are named for a stage; the others are behind its number. */
const MOST = 3;

/** Where deals were lost, in the stage that they were in then, and why. */
export function Leaks() {
  const { report } = useSheet();
  const { lost } = report.outcomes;
  const most = Math.max(...report.stages.map(({ lostIn }) => lostIn.count));
  if (!lost.count) {
    return (
      <Answer id="leaks" title="Where deals leak">
        <p class="note">No deal was lost yet.</p>
      </Answer>
    );
  }
  return (
    <Answer id="leaks" title="Where deals leak">
      <div class="scrolling">
        <table class="open leaks">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col" class="count">
                <Defined by="lostIn">Lost</Defined>
              </th>
              <td class="meter" />
              <th scope="col">
                <Defined by="reasons">Why</Defined>
              </th>
              <th scope="col" class="money">
                <Defined by="lost">Value</Defined>
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
              <th scope="row">All lost deals</th>
              <td class="count">
                <Behind figure={{ kind: 'deals', status: 'lost' }} words="Lost deals" by="lost">
                  {formatCount(lost.count)}
                </Behind>
              </td>
              <td class="meter" />
              <td class="reasons">
                <Reasons of={lost.reasons} />
              </td>
              <td class="money">
                <Amounts of={lost.value} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Answer>
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
          words={`Lost in ${label}`}
          by="lostIn"
          isNone={!lostIn.count}
        >
          {formatCount(lostIn.count)}
        </Behind>
      </td>
      <td class="meter lost">
        <Meter count={lostIn.count} of={most} />
      </td>
      <td class="reasons">
        <Reasons of={lostIn.reasons} stage={stage} />
      </td>
      <td class="money">
        <Amounts of={lostIn.value} />
      </td>
    </tr>
  );
}

interface ReasonsProps {
  readonly of: StageReport['lostIn']['reasons'];
  readonly stage?: StageReport['stage'];
}

function Reasons({ of, stage }: ReasonsProps) {
  return (
    <ul>
      {of.slice(0, MOST).map(({ reason, count }) => (
        <li key={reason}>
          <Behind
            figure={{ kind: 'lostFor', reason, ...(stage && { stage }) }}
            words={`Lost: ${reason ?? 'no reason given'}`}
            by="reasons"
          >
            {reason ?? 'no reason given'} {formatCount(count)}
          </Behind>
        </li>
      ))}
      {of.length > MOST && <li class="none">and {formatCount(of.length - MOST)} more</li>}
    </ul>
  );
}
