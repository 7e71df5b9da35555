import type { ComparedRate, ComparedTime, RateWithN } from '../../../core/metrics/compare';
import type { Figure } from '../../../core/metrics/figure';
import type { Report } from '../../../core/metrics/report';
import { dealsIn } from '../../../shared/funnelSheet';
import { labelOf, useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Question } from '../Question';
import { Grid } from '../Grid';
import { filterOnPage } from './filterWords';
import { say, words } from '../../words';

const { compare: said } = words.choose;

/** The same figures of two choices of deals, and whether they differ by more than chance would explain. */
export function SideBySide() {
  const sheet = useSheet();
  if (!sheet.beside) return null;
  const { comparison } = sheet.beside;
  const stageOrAll = ({ stage, figure }: ComparedRate | ComparedTime) => {
    if (stage) return labelOf(sheet, stage);
    return figure === 'winRate' ? said.winRate : said.cycle;
  };
  const both = [
    { report: sheet.report, isBeside: false },
    { report: sheet.beside.report, isBeside: true },
  ];
  const casesOf = (one: ComparedRate | ComparedTime): CellProps => {
    const { figure, stage } = one;
    const words = stageOrAll(one);
    if (!stage) return { figure: { kind: figure === 'winRate' ? 'winRate' : 'cycle' }, by: figure, words };
    return figure === 'conversion'
      ? { figure: { kind: 'stage', of: 'conversion', stage }, by: 'conversion', words }
      : { figure: { kind: 'stays', stage, open: false }, by: 'endedStays', words };
  };
  const isClear = comparison.rates.filter(({ clear }) => clear);
  const says = isClear.length ? said.clear(isClear.map(stageOrAll)) : said.noneClear;
  return (
    <Question id="beside" asks={said.title}>
      <p class="note says">{says}</p>
      <div class="scrolling" tabIndex={0} role="region" aria-label={said.table}>
        <Grid class="open beside">
          <thead>
            <tr>
              <th scope="col">{said.figure}</th>
              <th scope="col" class="count">
                {filterOnPage(sheet.asked.filter, sheet)}
              </th>
              <th scope="col" class="count">
                {filterOnPage(sheet.asked.beside ?? {}, sheet)}
              </th>
              <th scope="col" class="count">
                {said.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Defined by="deals">{said.deals}</Defined>
              </th>
              {both.map(({ report: { files }, isBeside }) => (
                <td key={isBeside} class="count">
                  <Behind figure={{ kind: 'deals' }} words={said.deals} by="deals" beside={isBeside}>
                    {say.count(dealsIn(files))}
                  </Behind>
                </td>
              ))}
              <td />
            </tr>
            {MONEY.map(({ by, label, of }) => (
              <tr key={by}>
                <th scope="row">
                  <Defined by={by}>{label}</Defined>
                </th>
                {both.map(({ report, isBeside }) => (
                  <td key={isBeside} class="count">
                    <Behind
                      figure={{ kind: 'deals', status: 'open' }}
                      words={label}
                      by={by}
                      beside={isBeside}
                      isNone={!report.open.count}
                    >
                      <Amounts of={of(report)} />
                    </Behind>
                  </td>
                ))}
                <td />
              </tr>
            ))}
            {comparison.rates.map(rate => {
              const cases = casesOf(rate);
              return (
                <tr key={`${rate.figure} ${rate.stage}`} class={rate.clear ? 'clear' : undefined}>
                  <th scope="row">
                    <Defined by={cases.by}>{cases.words}</Defined>
                    {rate.stage && <span class="note">{said.conversion}</span>}
                  </th>
                  <Rate of={rate.left} {...cases} />
                  <Rate of={rate.right} {...cases} beside />
                  <td class="count" data-tip={cases.by}>
                    {rate.difference !== null && said.points(rate.difference)}
                    {rate.clear && <span class="note">{said.isClear}</span>}
                  </td>
                </tr>
              );
            })}
            {comparison.times.map(time => {
              const cases = casesOf(time);
              return (
                <tr key={`${time.figure} ${time.stage}`}>
                  <th scope="row">
                    <Defined by={cases.by}>{cases.words}</Defined>
                    <span class="note">{said.medianDays}</span>
                  </th>
                  <Time of={time.left} {...cases} />
                  <Time of={time.right} {...cases} beside />
                  <td class="count" data-tip={cases.by}>
                    {time.difference !== null && said.days(time.difference)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Grid>
      </div>
    </Question>
  );
}

const MONEY = [
  { by: 'openValue', label: said.openValue, of: ({ open }: Report) => open.value },
  { by: 'weighted', label: said.weighted, of: ({ open }: Report) => open.weighted },
] as const;

interface CellProps {
  /** The cases behind the figure, and the key of its definition. */
  readonly figure: Figure;
  readonly by: string;
  readonly words: string;
  readonly beside?: boolean;
}

function Rate({ of: { rate, n, seen, interval }, ...cases }: CellProps & { of: RateWithN }) {
  const isTooFew = n > 0 && seen < useSheet().minSample;
  return (
    <td class={isTooFew || rate === null ? 'count none' : 'count'} data-tip={cases.by}>
      {isTooFew ? say.tooFew : say.rate(rate)} <Cases n={n} {...cases} />
      {interval && !isTooFew && <span class="note">, {say.range(interval)}</span>}
    </td>
  );
}

function Time({ of: { median, n, withOpen }, ...cases }: CellProps & { of: ComparedTime['left'] }) {
  const isTooFew = n > 0 && n < useSheet().minSample;
  return (
    <td class={isTooFew || median === null ? 'count none' : 'count'} data-tip={cases.by}>
      {isTooFew ? say.tooFew : say.days(median)} <Cases n={n} {...cases} />
      {withOpen !== undefined && !isTooFew && <span class="note">, {say.withOpen(withOpen)}</span>}
    </td>
  );
}

function Cases({ n, ...cases }: CellProps & { n: number }) {
  return (
    <span class="note">
      <Behind {...cases} isNone={!n}>
        {say.cases(n)}
      </Behind>
    </span>
  );
}
