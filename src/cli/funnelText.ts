import { plainText } from '../core/escape';
import type { FunnelReport } from '../core/metrics/funnel';
import type { Report } from '../core/metrics/report';
import type { StageReport } from '../core/metrics/stageReport';
import { formatMoneyMap, NO_CURRENCY } from '../core/money';
import { stageOf, type Process } from '../core/process/process';
import { filesLine } from '../core/text/filesLine';
import { rate, velocityText } from '../core/text/figureWords';
import { formatTable, type Column } from './table';
import { count, days, percent } from '../core/text/words';

const STAGE_COLUMNS: readonly Column[] = [
  { maxWidth: 32 },
  { align: 'right' },
  {},
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
];

/**
 * The report as lines for a terminal. Every rate stands with what it is a rate of.
 *
 * @param filter in words; empty where nothing is left out
 */
export function funnelAsText(report: Report, process: Process, filter = ''): string[] {
  const heading = ['Stage', 'Reached', 'Went on', 'Open', 'Value', 'Median stay'];
  return [
    `Funnel as of ${report.asOf}`,
    ...(filter ? [`Only ${plainText(filter)}: ${count(report.leftOut, 'deal')} left out`] : []),
    '',
    ...formatTable([heading, ...report.stages.map(stage => stageRow(stage, process))], STAGE_COLUMNS),
    '',
    ...formatTable(summaryRows(report, process), [{}, {}]),
    '',
    filesLine(report.files),
  ];
}

function stageRow(stage: StageReport, process: Process): string[] {
  return [
    plainText(stageOf(process, stage.stage).label),
    String(stage.reached),
    rate(stage.conversion, stage.n, process),
    String(stage.open.count),
    formatMoneyMap(stage.open.value),
    days(stage.stays.median),
  ];
}

function summaryRows(
  { winRate, files, cycle, open, velocity, consistency }: FunnelReport,
  process: Process,
): string[][] {
  const closed = files.won + files.lost;
  const byValue = Object.entries(winRate.value).map(
    ([currency, part]) =>
      `${percent(part)} of the closed value${currency === NO_CURRENCY ? '' : ` in ${currency}`}`,
  );
  const { conforming, deals, skips, backs } = consistency;
  return [
    ['Win rate', `${rate(winRate.count, closed, process)}${interval(winRate.interval)}`],
    ...byValue.map(line => ['', line]),
    ['Cycle', cycle.mean === null ? 'n/a' : `mean ${days(cycle.mean)}, median ${days(cycle.median)}`],
    ['Open', [count(open.count, 'deal'), formatMoneyMap(open.value)].filter(Boolean).join(', ')],
    ['Weighted', formatMoneyMap(open.weighted) || 'n/a'],
    ['Velocity', velocityText(velocity)],
    [
      'Process',
      `${conforming} of ${count(deals, 'deal')} went step by step; ${count(skips, 'skip')}, ${backs} back`,
    ],
  ];
}

function interval(bounds: readonly [number, number] | null): string {
  return bounds ? ` (95% interval ${percent(bounds[0])} to ${percent(bounds[1])})` : '';
}
