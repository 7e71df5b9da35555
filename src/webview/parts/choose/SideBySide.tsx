import type { ComparedRate, ComparedTime, RateWithN } from '../../../core/metrics/compare';
import type { Figure } from '../../../core/metrics/figure';
import type { Report } from '../../../core/metrics/report';
import { dealsIn } from '../../../shared/funnelSheet';
import { formatCount, formatDays, formatNumber, formatRange, formatRateOf, TOO_FEW } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Amounts } from '../Amounts';
import { Behind } from '../Behind';
import { Defined } from '../Defined';
import { Question } from '../Question';
import { filterWords } from './filter';

/** The same figures of two choices of deals, and whether they differ by more than chance would explain. */
export function SideBySide() {
  const sheet = useSheet();
  if (!sheet.beside) return null;
  const { comparison } = sheet.beside;
  const stageOrAll = ({ stage, figure }: ComparedRate | ComparedTime) => {
    if (stage) return labelOf(sheet, stage);
    return figure === 'winRate' ? 'Win rate' : 'Cycle';
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
  const says = isClear.length
    ? `More than chance explains: ${isClear.map(stageOrAll).join(', ')}.`
    : 'No difference here is more than chance would explain.';
  return (
    <Question id="beside" asks="How do they compare?">
      <p class="note says">{says}</p>
      <div class="scrolling" tabIndex={0} role="region" aria-label="Both choices of deals">
        <table class="open beside">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" class="count">
                {filterWords(sheet.asked.filter, sheet)}
              </th>
              <th scope="col" class="count">
                {filterWords(sheet.asked.beside ?? {}, sheet)}
              </th>
              <th scope="col" class="count">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Defined by="deals">Deals</Defined>
              </th>
              {both.map(({ report: { files }, isBeside }) => (
                <td key={isBeside} class="count">
                  <Behind figure={{ kind: 'deals' }} words="Deals" by="deals" beside={isBeside}>
                    {formatCount(dealsIn(files))}
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
                    {rate.stage && <span class="note"> conversion</span>}
                  </th>
                  <Rate of={rate.left} {...cases} />
                  <Rate of={rate.right} {...cases} beside />
                  <td class="count" data-tip={cases.by}>
                    {points(rate.difference)}
                    {rate.clear && <span class="note"> clear</span>}
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
                    <span class="note"> median days</span>
                  </th>
                  <Time of={time.left} {...cases} />
                  <Time of={time.right} {...cases} beside />
                  <td class="count" data-tip={cases.by}>
                    {time.difference === null ? '' : signed(time.difference)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Question>
  );
}

const MONEY = [
  { by: 'openValue', label: 'Open value', of: ({ open }: Report) => open.value },
  { by: 'weighted', label: 'Weighted', of: ({ open }: Report) => open.weighted },
] as const;

interface CellProps {
  /** The cases behind the figure, and the key of its definition. */
  readonly figure: Figure;
  readonly by: string;
  readonly words: string;
  readonly beside?: boolean;
}

function Rate({ of: { rate, n, interval }, ...cases }: CellProps & { of: RateWithN }) {
  const { minSample } = useSheet();
  const isTooFew = n > 0 && n < minSample;
  return (
    <td class={isTooFew || rate === null ? 'count none' : 'count'} data-tip={cases.by}>
      {formatRateOf(rate, n, minSample)} <Cases n={n} {...cases} />
      {interval && !isTooFew && <span class="note">, {formatRange(interval)}</span>}
    </td>
  );
}

function Time({ of: { median, n }, ...cases }: CellProps & { of: ComparedTime['left'] }) {
  const isTooFew = n > 0 && n < useSheet().minSample;
  return (
    <td class={isTooFew || median === null ? 'count none' : 'count'} data-tip={cases.by}>
      {isTooFew ? TOO_FEW : formatDays(median)} <Cases n={n} {...cases} />
    </td>
  );
}

function Cases({ n, ...cases }: CellProps & { n: number }) {
  return (
    <span class="note">
      <Behind {...cases} isNone={!n}>
        n = {formatCount(n)}
      </Behind>
    </span>
  );
}

/** Percentage points: the difference of two rates is no rate. */
function points(difference: number | null): string {
  return difference === null ? '' : `${signed(Math.round(difference * 100))} points`;
}

function signed(number: number): string {
  return `${number > 0 ? '+' : number < 0 ? '−' : ''}${formatNumber(Math.abs(number))}`;
}
