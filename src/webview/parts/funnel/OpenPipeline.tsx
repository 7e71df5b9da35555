import { stageKey } from '../../definitions/reach';
import { formatCount } from '../../format';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Meter } from './Meter';

/** Where the open deals stand now. It is no funnel: what has left a stage is not in it. */
export function OpenPipeline() {
  const { report, stages } = useSheet();
  const { open } = report;
  const most = Math.max(...report.stages.map(stage => stage.open.count));
  return (
    <Answer id="open" title="Open pipeline by stage">
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
            {report.stages.map(({ stage, open: { count, value, weighted } }, k) => {
              const { label } = stages[k]!;
              return (
                <tr key={stage} class={count ? undefined : 'none'}>
                  <th scope="row" data-tip={stageKey({ stage })}>
                    {label}
                  </th>
                  <td class="count">
                    <Behind
                      figure={{ kind: 'stage', of: 'open', stage }}
                      words={`Open in ${label}`}
                      by="stageCount"
                      isNone={!count}
                    >
                      {formatCount(count)}
                    </Behind>
                  </td>
                  <td class="meter">
                    <Meter count={count} of={most} />
                  </td>
                  <td class="money" data-tip="stageValue">
                    <Amounts of={value} />
                  </td>
                  <td class="money" data-tip="weighted">
                    <Amounts of={weighted} />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All open deals</th>
              <td class="count">
                <Behind
                  figure={{ kind: 'deals', status: 'open' }}
                  words="Open deals"
                  by="openDeals"
                  isNone={!open.count}
                >
                  {formatCount(open.count)}
                </Behind>
              </td>
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
    </Answer>
  );
}
