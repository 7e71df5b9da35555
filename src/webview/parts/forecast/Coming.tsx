import type { Coverage } from '../../../core/metrics/coverage';
import type { ForecastPeriod } from '../../../core/metrics/forecast';
import type { Measure } from '../../conversion';
import { sizeWords } from '../../conversionWords';
import { useSheet } from '../../sheetContext';
import { sizeIn } from './sums';
import { useNeeded } from './useNeeded';
import { words } from '../../words';

const { coming: said } = words.forecast;

interface ComingProps {
  /** The quarter that is not over. */
  readonly quarter: ForecastPeriod;
  readonly measure: Measure;
}

/** In a sentence: what the running quarter has brought, what it is to bring, and whether that is enough. */
export function Coming({ quarter, measure }: ComingProps) {
  const { past } = useSheet();
  const { period, single, coverage } = quarter;
  const when = past === null ? said.thisQuarter : said.inPeriod(period);
  const size = (of: keyof typeof single) => sizeWords(sizeIn(single[of], measure), measure);
  return (
    <>
      {said.sums(when, <strong>{size('closed')}</strong>, size('commit'), size('best_case'))}
      {coverage && coverage.quota.currency === measure && <ToTheQuota of={coverage} />}
    </>
  );
}

function ToTheQuota({ of: { quota, missing, coverage } }: { of: Coverage }) {
  const size = (amount: number) => sizeWords(amount, quota.currency);
  if (coverage === null) return <>{said.met(size(quota.amount))}</>;
  return (
    <>
      {said.toGo(<strong>{size(missing)}</strong>, size(quota.amount), coverage)}
      <Needed />
    </>
  );
}

function Needed() {
  const { minSample, report } = useSheet();
  const closed = report.files.won + report.files.lost;
  const needed = useNeeded();
  if (closed < minSample) return <>{said.tooFew(closed)}</>;
  if (needed === null) return <>{said.noneWon}</>;
  return <>{said.needed(report.winRate.count, closed, needed)}</>;
}
