import { plainText } from '../core/escape';
import type { FunnelReport } from '../core/metrics/funnel';
import type { StageReport } from '../core/metrics/stageReport';
import { NO_CURRENCY } from '../core/money';
import type { MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import type { ReportWords } from '../words/report';
import { gapLines } from '../words/report/gapLines';
import { filesLine } from '../words/report/filesLine';
import type { ReportSources } from '../words/report/reportMarkdown';
import { velocityText } from '../words/report/velocity';
import { formatTable, type Column } from './table';

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
export function funnelAsText({ report, process, words, money }: ReportSources, filter: string): string[] {
  const { headings, terminal } = words;
  const heading = [
    ...[headings.stage, headings.reached, headings.wentOn, headings.open, headings.value],
    headings.medianStay,
  ];
  const rows = report.stages.map(stage => stageRow(stage, process, words, money));
  return [
    terminal.title(report.asOf),
    ...(filter ? [words.only(plainText(filter), report.leftOut)] : []),
    '',
    ...formatTable([heading, ...rows], STAGE_COLUMNS),
    '',
    ...formatTable(summaryRows(report, process, words, money), [{}, {}]),
    '',
    ...gapLines(report, words).flatMap(line => [line, '']),
    filesLine(report.files),
  ];
}

function stageRow(stage: StageReport, process: Process, words: ReportWords, money: MoneyFormat): string[] {
  return [
    plainText(stageOf(process, stage.stage).label),
    String(stage.reached),
    words.rate(stage.conversion, stage.n, stage.n < process.minSample),
    String(stage.open.count),
    money.sums(stage.open.value),
    words.days(stage.stays.median),
  ];
}

function summaryRows(
  { winRate, files, cycle, open, velocity, consistency }: FunnelReport,
  { minSample }: Process,
  words: ReportWords,
  money: MoneyFormat,
): string[][] {
  const { headings, terminal, percent, days } = words;
  const closed = files.won + files.lost;
  const byValue = money
    .inOrder(winRate.value)
    .map(currency =>
      terminal.valueWon(percent(winRate.value[currency]!), currency === NO_CURRENCY ? undefined : currency),
    );
  const { conforming, deals, skips, backs } = consistency;
  const bounds = winRate.interval;
  const interval = bounds ? terminal.interval(percent(bounds[0]), percent(bounds[1])) : '';
  return [
    [headings.winRate, `${words.rate(winRate.count, closed, closed < minSample)}${interval}`],
    ...byValue.map(line => ['', line]),
    [
      terminal.cycle,
      cycle.mean === null ? words.unknown : terminal.meanAndMedian(days(cycle.mean), days(cycle.median)),
    ],
    [headings.open, [words.deals(open.count), money.sums(open.value)].filter(Boolean).join(', ')],
    [headings.weighted, money.sums(open.weighted) || words.unknown],
    [headings.velocity, velocityText(velocity, words, money)],
    [terminal.process, terminal.followed(conforming, deals, skips, backs)],
  ];
}
