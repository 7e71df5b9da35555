import type { ForecastSum } from '../../../core/metrics/figure';
import type { ForecastPeriod, ForecastReport } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { AsTable } from '../AsTable';
import { Covered, Size } from './Periods';
import { sumOf } from './sums';
import { say, words as pageWords } from '../../words';

const { forecast: said } = pageWords;

const COLUMNS: readonly ForecastSum[] = [
  ...(['closed', 'commit', 'best_case', 'pipeline'] as const),
  ...(['upToCommit', 'upToBestCase', 'openPipeline', 'omitted'] as const),
];

interface AllPeriodsProps {
  readonly periods: readonly ForecastPeriod[];
  readonly undated: ForecastReport['undated'];
  readonly measure: Measure;
}

/** Every period that has something in it, also those that there was no room for, and what has no date. */
export function AllPeriods({ periods, undated, measure }: AllPeriodsProps) {
  const words = (size: number) => sizeWords(size, measure);
  const quotas = periods.filter(({ coverage }) => coverage?.quota.currency === measure);
  return (
    <AsTable of={said.allPeriods}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.period}</th>
            {COLUMNS.map(of => (
              <th key={of} scope="col" class="money">
                {said.sums[of]}
              </th>
            ))}
            <th scope="col" class="money">
              {said.sums.slipped}
            </th>
            {quotas.length > 0 &&
              [said.quota, said.toGo, said.covered].map(name => (
                <th key={name} scope="col" class="money">
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(period => {
            const coverage = quotas.includes(period) ? period.coverage : null;
            return (
              <tr key={period.period}>
                <th scope="row">{say.period(period.period)}</th>
                {COLUMNS.map(of => (
                  <td key={of} class="money">
                    <Size sum={sumOf(period, of)} period={period.period} {...{ of, measure, words }} />
                  </td>
                ))}
                <td class="money">
                  <Size sum={period.slipped} of="slipped" period={period.period} {...{ measure, words }} />
                </td>
                {quotas.length > 0 && (
                  <>
                    <td class="money">{coverage && words(coverage.quota.amount)}</td>
                    <td class="money">{coverage && words(coverage.missing)}</td>
                    <td class="money">{coverage && <Covered of={period} />}</td>
                  </>
                )}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{said.noDate}</th>
            {COLUMNS.map(of => (
              <td key={of} class="money">
                {of in undated && (
                  <Size sum={undated[of as keyof typeof undated]} period={null} {...{ of, measure, words }} />
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </AsTable>
  );
}
