import type { MoneyMap } from '../../../core/money';
import type { StageId } from '../../../core/process/stages';
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
                  <Money of={value} by="stageValue" words={`Open in ${label}`} stage={stage} />
                  <Money of={weighted} by="weighted" words={`Open in ${label}`} stage={stage} />
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
              <Money of={open.value} by="openValue" words="Open deals" />
              <Money of={open.weighted} by="weighted" words="Open deals" />
            </tr>
          </tfoot>
        </table>
      </div>
    </Answer>
  );
}

interface MoneyProps {
  readonly of: Readonly<MoneyMap>;
  readonly by: string;
  readonly words: string;
  /** All of them where there is none. */
  readonly stage?: StageId;
}

/** A sum of money that opens its deals. */
function Money({ of, by, words, stage }: MoneyProps) {
  return (
    <td class="money">
      <Behind
        figure={stage ? { kind: 'stage', of: 'open', stage } : { kind: 'deals', status: 'open' }}
        {...{ by, words }}
        isNone={!Object.keys(of).length}
      >
        <Amounts of={of} />
      </Behind>
    </td>
  );
}
