import type { Coverage } from '../../../core/metrics/coverage';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { formatCount, formatNumber, formatPeriod, formatRate } from '../../format';
import { useSheet } from '../../sheetContext';
import { sizeOf } from './sums';
import { useNeeded } from './useNeeded';

interface ComingProps {
  /** The quarter that is not over. */
  readonly quarter: ForecastPeriod;
  readonly measure: Measure;
}

/** In a sentence: what the running quarter has brought, what it is to bring, and whether that is enough. */
export function Coming({ quarter, measure }: ComingProps) {
  const { asked } = useSheet();
  const { period, single, coverage } = quarter;
  const when = asked.asOf === null ? 'This quarter' : `In ${formatPeriod(period)}`;
  const words = (of: keyof typeof single) => sizeWords(sizeOf(single[of], measure), measure);
  return (
    <>
      {when}: <strong>{words('closed')}</strong> won, {words('commit')} committed, {words('best_case')} best
      case
      {coverage && coverage.quota.currency === measure ? <ToTheQuota {...coverage} /> : '.'}
    </>
  );
}

function ToTheQuota({ quota, missing, coverage }: Coverage) {
  const words = (amount: number) => sizeWords(amount, quota.currency);
  if (coverage === null) return <>; the quota of {words(quota.amount)} is met.</>;
  return (
    <>
      ; <strong>{words(missing)}</strong> to go to the quota of {words(quota.amount)}. Open deals cover that{' '}
      {formatNumber(coverage)} times; <Needed />
    </>
  );
}

function Needed() {
  const { minSample, report } = useSheet();
  const closed = report.files.won + report.files.lost;
  const needed = useNeeded();
  const cases = <>(n&nbsp;=&nbsp;{formatCount(closed)})</>;
  if (closed < minSample) return <>how often they should, too few closed deals can tell {cases}.</>;
  if (needed === null) return <>how often they should cannot be told, since none was won yet.</>;
  return (
    <>
      at your win rate of {formatRate(report.winRate.count)} {cases} it should be {formatNumber(needed)}{' '}
      times.
    </>
  );
}
