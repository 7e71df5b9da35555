import type { Coverage } from '../../../core/metrics/coverage';
import type { ForecastPeriod, ForecastReport } from '../../../core/metrics/forecast';
import { together, type DealSum } from '../../../core/metrics/periodSums';
import type { Formats } from '../../../words/formats';
import { asOneIn, type Measure } from '../../conversion';

/** A forecast in which sums stand as one at the team's rates, too. */
interface InOne {
  readonly forecast: ForecastReport;
  /** The measure of that sum; `undefined` where there is nothing to convert. */
  readonly measure: Measure | undefined;
  /** The currencies that are not in it. */
  readonly without: readonly string[];
}

/** What a quota asks for is held against that sum, since all currencies count for it. */
export function withOneSum(forecast: ForecastReport, inOne: Formats['inOne']): InOne {
  const { months, undated } = forecast;
  const sums = months.flatMap(({ single, slipped }) => [
    ...Object.values(single),
    ...(slipped ? [slipped] : []),
  ]);
  const one = inOne(together(...sums, ...Object.values(undated)).value);
  if (!one) return { forecast, measure: undefined, without: [] };
  const { currency } = one.money;
  const measure = asOneIn(currency);
  const worth = (value: DealSum['value']) => inOne(value)?.money.amount ?? value[currency] ?? 0;
  const also = (sum: DealSum): DealSum => {
    const amount = worth(sum.value);
    return amount ? { ...sum, value: { ...sum.value, [measure]: amount } } : sum;
  };
  const single = ({ closed, commit, best_case, pipeline, omitted }: ForecastPeriod['single']) => ({
    ...{ closed: also(closed), commit: also(commit), best_case: also(best_case) },
    ...{ pipeline: also(pipeline), omitted: also(omitted) },
  });
  const covered = (coverage: Coverage): Coverage => {
    const { quota, won, missing, open } = coverage;
    const unit = worth({ [quota.currency]: 1 });
    if (!unit) return coverage;
    const own = { amount: quota.amount * unit, currency: measure };
    return { ...coverage, quota: own, won: won * unit, missing: missing * unit, open: open * unit };
  };
  const period = (of: ForecastPeriod): ForecastPeriod => ({
    ...of,
    single: single(of.single),
    cumulative: {
      commit: also(of.cumulative.commit),
      bestCase: also(of.cumulative.bestCase),
      openPipeline: also(of.cumulative.openPipeline),
    },
    coverage: of.coverage && covered(of.coverage),
    slipped: of.slipped && also(of.slipped),
  });
  return {
    forecast: {
      ...forecast,
      months: months.map(period),
      quarters: forecast.quarters.map(period),
      undated: single(undated),
    },
    measure,
    without: one.without,
  };
}
