import type { ComparedRate, ComparedTime, RateWithN } from '../../../core/metrics/compare';
import { formatCount, formatDays, formatRange, formatRate, TOO_FEW } from '../../format';
import { labelOf, useSheet } from '../../sheetContext';
import { Question } from '../Question';

/** The same figures of two choices of deals, and whether they differ by more than chance would explain. */
export function SideBySide() {
  const sheet = useSheet();
  if (!sheet.beside) return null;
  const { comparison } = sheet.beside;
  const stageOrAll = ({ stage, figure }: ComparedRate | ComparedTime) => {
    if (stage) return labelOf(sheet, stage);
    return figure === 'winRate' ? 'Win rate' : 'Cycle';
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
                These{' '}
                {formatCount(sheet.report.files.open + sheet.report.files.won + sheet.report.files.lost)}
              </th>
              <th scope="col" class="count">
                Beside{' '}
                {formatCount(
                  sheet.beside.report.files.open +
                    sheet.beside.report.files.won +
                    sheet.beside.report.files.lost,
                )}
              </th>
              <th scope="col" class="count">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison.rates.map(rate => (
              <tr key={`${rate.figure} ${rate.stage}`} class={rate.clear ? 'clear' : undefined}>
                <th scope="row">
                  {stageOrAll(rate)}
                  {rate.stage && <span class="note"> conversion</span>}
                </th>
                <Rate of={rate.left} />
                <Rate of={rate.right} />
                <td class="count">
                  {points(rate.difference)}
                  {rate.clear && <span class="note"> clear</span>}
                </td>
              </tr>
            ))}
            {comparison.times.map(time => (
              <tr key={`${time.figure} ${time.stage}`}>
                <th scope="row">
                  {stageOrAll(time)}
                  <span class="note"> median days</span>
                </th>
                <Time of={time.left} />
                <Time of={time.right} />
                <td class="count">{time.difference === null ? '' : signed(time.difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Question>
  );
}

function Rate({ of: { rate, n, interval } }: { of: RateWithN }) {
  const isTooFew = n > 0 && n < useSheet().minSample;
  return (
    <td class={isTooFew || rate === null ? 'count none' : 'count'}>
      {isTooFew ? TOO_FEW : formatRate(rate)}{' '}
      <span class="note">
        n = {formatCount(n)}
        {interval && !isTooFew && `, ${formatRange(interval)}`}
      </span>
    </td>
  );
}

function Time({ of: { median, n } }: { of: ComparedTime['left'] }) {
  const isTooFew = n > 0 && n < useSheet().minSample;
  return (
    <td class={isTooFew || median === null ? 'count none' : 'count'}>
      {isTooFew ? TOO_FEW : formatDays(median)} <span class="note">n = {formatCount(n)}</span>
    </td>
  );
}

/** Percentage points: the difference of two rates is no rate. */
function points(difference: number | null): string {
  return difference === null ? '' : `${signed(Math.round(difference * 100))} points`;
}

function signed(number: number): string {
  return `${number > 0 ? '+' : number < 0 ? '−' : ''}${Math.abs(Math.round(number * 10) / 10)}`;
}
