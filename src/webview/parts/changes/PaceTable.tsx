import type { DealSum } from '../../../core/metrics/periodSums';
import { PACE_PARTS, type PacePart } from '../../../core/metrics/pace';
import type { MeanShown, PaceShown } from '../../../shared/changesSheet';
import { paceKey } from '../../../words/definition';
import { useSheet } from '../../sheetContext';
import { say, words } from '../../words';
import { Amounts } from '../Amounts';
import { Listed } from '../Behind';
import { Defined } from '../Defined';
import { Swatch } from '../forecast/Patterns';
import { Grid } from '../Grid';
import { Answer } from '../Question';
import { sumsOf } from '../sumsOf';
import { PaceBar } from './PaceBar';
import { paceSizes } from './paceSizes';

const { pace: said } = words.changes;

/** How far the running quarter has come, against the same day of each of the quarters before it. */
export function PaceTable({ of }: { of: PaceShown }) {
  const { minSample } = useSheet();
  const { quarters, usual } = of;
  const [running, ...before] = quarters;
  const sizes = paceSizes(quarters);
  const most = Math.max(...sizes.map(({ end }) => end));
  return (
    <Answer id="pace" title={said.title(running!.quarter)} says={<Says of={of} />}>
      <div class="scrolling" tabIndex={0} role="group" aria-label={said.title(running!.quarter)}>
        <Grid class="open calls pace">
          <thead>
            <tr>
              <th scope="col">{said.quarter}</th>
              <td class="meter" />
              {PACE_PARTS.map(part => (
                <th key={part} scope="col" class="money">
                  <Defined by={paceKey(part)}>{said.columns[part]}</Defined>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarters.map((quarter, at) => (
              <tr key={quarter.quarter} class={at ? undefined : 'running'}>
                <th scope="row">
                  {say.period(quarter.quarter)} <span class="note">{said.on(quarter.day)}</span>
                </th>
                <td class="meter">
                  <PaceBar {...sizes[at]!} most={most} isRunning={!at} />
                </td>
                {PACE_PARTS.map(part => (
                  <td key={part} class="money">
                    {part === 'inTheEnd' && !at ? null : (
                      <Sum of={quarter[part]} part={part} quarter={quarter.quarter} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {before.length > 0 && (
            <tfoot>
              <tr>
                <th scope="row">
                  <Defined by="usualPace">{said.usual}</Defined>
                </th>
                <td class="meter" />
                {PACE_PARTS.map(part => (
                  <td key={part} class="money" data-tip="usualPace">
                    <Mean of={usual[part]} minSample={minSample} />
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </Grid>
      </div>
      <ul class="pace-legend" aria-hidden="true">
        {LEGEND.map(({ of: surface, key }) => (
          <li key={key}>
            <Swatch of={[surface]} /> {said.legend[key]}
          </li>
        ))}
      </ul>
    </Answer>
  );
}

/** What the bars are filled with: see `PaceBar`. */
const LEGEND = [
  { of: 'closed', key: 'won' },
  { of: 'best_case', key: 'after' },
  { of: 'pipeline', key: 'open' },
] as const;

function Says({ of: { day, quarters, usual } }: { of: PaceShown }) {
  const { minSample } = useSheet();
  const won = quarters[0]!.won;
  const { won: before } = usual;
  return (
    <>
      {said.says(day, sumWords(won) || said.nothingWon)}
      {before === null
        ? said.young
        : before.n < minSample
          ? said.thin
          : said.against(sumWords(before), quarters.length - 1)}
    </>
  );
}

/** One sum at the team's rates, else each currency; deals where nobody named a value. */
function sumWords({ count, value }: Pick<DealSum, 'count' | 'value'>): string {
  return sumsOf(value).join(' + ') || (count ? said.deals(count) : '');
}

function Sum({ of, part, quarter }: { of: DealSum; part: PacePart; quarter: string }) {
  const what = said.measure(quarter, part);
  return (
    <Listed
      asks={{ type: 'listChanged', figure: { kind: 'pace', quarter, part }, words: what }}
      says={words.frame.showDeals(what)}
      by={paceKey(part)}
      isNone={!of.count}
    >
      {of.count && !Object.keys(of.value).length ? said.deals(of.count) : <Amounts of={of.value} />}
    </Listed>
  );
}

function Mean({ of, minSample }: { of: MeanShown | null; minSample: number }) {
  if (!of) return null;
  if (of.n < minSample) return <span class="none">{say.tooFew}</span>;
  return Object.keys(of.value).length ? <Amounts of={of.value} /> : <>{said.deals(of.count)}</>;
}
