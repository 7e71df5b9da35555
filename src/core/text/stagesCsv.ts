import type { StageReport } from '../metrics/stageReport';
import { stageOf, type Process } from '../process/process';
import { asCsv, type Cell, type Separator } from './csv';

/** The columns with what stands in them. Rates are fractions of 1, times are in days. */
const COLUMNS: Readonly<Record<string, (stage: StageReport) => Cell>> = {
  reached: ({ reached }) => reached,
  pending: ({ pending }) => pending,
  lost: ({ lost }) => lost,
  touched: ({ touched }) => touched,
  strict: ({ strict }) => strict,
  conversion: ({ conversion }) => conversion,
  conversion_n: ({ n }) => n,
  headroom: ({ headroom }) => headroom,
  load: ({ load }) => load,
  stays: ({ stays }) => stays.completed,
  stay_mean: ({ stays }) => stays.mean,
  stay_median: ({ stays }) => stays.median,
  stay_p75: ({ stays }) => stays.p75,
  stay_p90: ({ stays }) => stays.p90,
  open_stays: ({ stays }) => stays.open,
  kaplan_meier_median: ({ stays }) => stays.kaplanMeierMedian,
  total_days: ({ stays }) => stays.totalDays,
  open: ({ open }) => open.count,
  lost_in: ({ lostIn }) => lostIn.count,
};

/** Sums of money, a column each for every currency that one of the stages has. */
const SUMS = {
  open_value: ({ open }: StageReport) => open.value,
  open_weighted: ({ open }: StageReport) => open.weighted,
  lost_value: ({ lostIn }: StageReport) => lostIn.value,
};

/** The stages of the funnel, a line each below one of headings. */
export function stagesAsCsv(stages: readonly StageReport[], process: Process, separator?: Separator): string {
  const sums = Object.entries(SUMS).flatMap(([name, read]) => {
    const currencies = [...new Set(stages.flatMap(stage => Object.keys(read(stage))))].sort();
    return currencies.map(currency => ({
      heading: `${name}_${currency}`,
      read: (stage: StageReport) => read(stage)[currency] ?? 0,
    }));
  });
  const headings = ['stage', 'label', ...Object.keys(COLUMNS), ...sums.map(({ heading }) => heading)];
  const rows = stages.map(stage => [
    stage.stage,
    stageOf(process, stage.stage).label,
    ...Object.values(COLUMNS).map(read => read(stage)),
    ...sums.map(({ read }) => read(stage)),
  ]);
  return asCsv([headings, ...rows], separator);
}
