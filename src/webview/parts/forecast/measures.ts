import type { ForecastReport } from '../../../core/metrics/forecast';
import { quarterOf } from '../../../core/metrics/periods';
import type { FunnelSheet } from '../../../shared/funnelSheet';
import type { Measure } from '../../conversion';
import { say } from '../../words';
import { withOneSum } from './oneSum';

/** What a forecast can be told in, and what it is told in first: one sum at the team's rates, else its main currency. */
export function forecastMeasures({ report, choices }: Pick<FunnelSheet, 'report' | 'choices'>) {
  const { forecast, measure: asOne, without } = withOneSum(report.forecast, say.inOne);
  const quarter = report.forecast.quarters.find(({ period }) => period === quarterOf(report.asOf))!;
  const currencies = currenciesIn(report.forecast);
  const first: Measure =
    asOne ??
    [quarter.coverage?.quota.currency, ...choices.currency].find(one => one && currencies.includes(one)) ??
    currencies[0] ??
    'count';
  const measures: readonly Measure[] = ['count', ...(asOne ? [asOne] : []), ...currencies];
  return { forecast, asOne, without, measures, first };
}

function currenciesIn({ months, quarters, undated }: ForecastReport): readonly string[] {
  const sums = [
    ...months.flatMap(({ single, slipped }) => [...Object.values(single), ...(slipped ? [slipped] : [])]),
    ...Object.values(undated),
  ];
  const quotas = quarters.flatMap(({ coverage }) => (coverage ? [coverage.quota.currency] : []));
  const codes = [...sums.flatMap(({ value }) => Object.keys(value)), ...quotas];
  return say.codesInOrder(codes);
}
