import type { MoneyMap } from '../../../core/money';
import type { StageId } from '../../../core/process/stages';
import { stageKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Answer } from '../Question';
import { Grid } from '../Grid';
import { Meter } from './Meter';
import { say, words } from '../../words';

const { reach } = words;

/** Where the open deals stand now. It is no funnel: what has left a stage is not in it. */
export function OpenPipeline() {
  const { report, stages } = useSheet();
  const { open } = report;
  const most = Math.max(...report.stages.map(stage => stage.open.count));
  return (
    <Answer id="open" title={reach.open.title}>
      <div class="scrolling">
        <Grid class="open">
          <thead>
            <tr>
              <th scope="col">{reach.stage}</th>
              <th scope="col" class="count">
                <Defined by="stageCount">{reach.deals}</Defined>
              </th>
              <td class="meter" />
              <th scope="col" class="money">
                <Defined by="stageValue">{reach.value}</Defined>
              </th>
              <th scope="col" class="money">
                <Defined by="weighted">{reach.open.weighted}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.stages.map(({ stage, open: { count, value, weighted } }, k) => {
              const { label } = stages[k]!;
              return (
                <tr key={stage} class={count ? undefined : 'none'}>
                  <th scope="row" data-tip={stageKey(stage)}>
                    {label}
                  </th>
                  <td class="count">
                    <Behind
                      figure={{ kind: 'stage', of: 'open', stage }}
                      words={reach.open.openIn(label)}
                      by="stageCount"
                      isNone={!count}
                    >
                      {say.count(count)}
                    </Behind>
                  </td>
                  <td class="meter">
                    <Meter count={count} of={most} />
                  </td>
                  <Money of={value} by="stageValue" words={reach.open.openIn(label)} stage={stage} />
                  <Money of={weighted} by="weighted" words={reach.open.openIn(label)} stage={stage} />
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{reach.open.all}</th>
              <td class="count">
                <Behind
                  figure={{ kind: 'deals', status: 'open' }}
                  words={reach.open.openDeals}
                  by="openDeals"
                  isNone={!open.count}
                >
                  {say.count(open.count)}
                </Behind>
              </td>
              <td class="meter" />
              <Money of={open.value} by="openValue" words={reach.open.openDeals} />
              <Money of={open.weighted} by="weighted" words={reach.open.openDeals} />
            </tr>
          </tfoot>
        </Grid>
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
