import type { FunnelSheet } from '../../shared/funnelSheet';
import { stageKey } from '../definitions';
import { formatCount } from '../format';
import { Amounts } from './Amounts';
import { Defined } from './Defined';
import { Meter } from './Meter';

/** Where the open deals stand now. It is no funnel: what has left a stage is not in it. */
export function OpenPipeline({ sheet: { open, stages } }: { sheet: FunnelSheet }) {
  const most = Math.max(...stages.map(stage => stage.open.count));
  return (
    <section aria-labelledby="open-heading">
      <h2 id="open-heading">Open pipeline by stage</h2>
      <div class="scrolling">
        <table class="open">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col" class="count">
                <Defined by="stageCount">Deals</Defined>
              </th>
              <td class="meter" />
              <th scope="col" class="money">
                <Defined by="stageValue">Value</Defined>
              </th>
              <th scope="col" class="money">
                <Defined by="weighted">Weighted</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map(stage => (
              <tr key={stage.stage} class={stage.open.count ? undefined : 'none'}>
                <th scope="row" data-tip={stageKey(stage)}>
                  {stage.label}
                </th>
                <td class="count" data-tip="stageCount">
                  {formatCount(stage.open.count)}
                </td>
                <td class="meter">
                  <Meter count={stage.open.count} of={most} />
                </td>
                <td class="money" data-tip="stageValue">
                  <Amounts of={stage.open.value} />
                </td>
                <td class="money" data-tip="weighted">
                  <Amounts of={stage.open.weighted} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All open deals</th>
              <td class="count">{formatCount(open.count)}</td>
              <td class="meter" />
              <td class="money" data-tip="openValue">
                <Amounts of={open.value} />
              </td>
              <td class="money" data-tip="weighted">
                <Amounts of={open.weighted} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
