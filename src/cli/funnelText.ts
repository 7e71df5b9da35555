import { plainText } from '../core/escape';
import type { Report } from '../core/metrics/report';
import { roundedOutwards } from '../core/metrics/statistics';
import type { StageReport } from '../core/metrics/stageReport';
import { NO_CURRENCY } from '../core/money';
import type { MoneyFormat } from '../core/moneyFormat';
import { stageOf, type Process } from '../core/process/process';
import type { ReportWords } from '../words/report';
import { gapLines } from '../words/report/gapLines';
import { filesLine } from '../words/report/filesLine';
import { ownerRows } from '../words/report/ownerRows';
import type { ReportSources } from '../words/report/sources';
import { conversionText, stayText } from '../words/report/stageTexts';
import { sumsText } from '../words/report/sumsText';
import { velocityText } from '../words/report/velocity';
import { formatTable, type Column } from '../core/text/textTable';

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
export function funnelAsText(sources: ReportSources, filter: string): string[] {
  const { report, process, words, money } = sources;
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
    ...ownerLines(sources),
    ...gapLines(report, words).flatMap(line => [line, '']),
    filesLine(report.files),
  ];
}

/** Nobody is set beside nobody. */
function ownerLines(sources: ReportSources): string[] {
  const { report, words } = sources;
  if (report.owners.length < 2) return [];
  const { heading, rows, align } = ownerRows(sources, {
    name: plainText,
    deal: ({ title }) => plainText(title, 40),
  });
  const columns = [...align].map((side, at): Column => {
    if (side === 'r') return { align: 'right' };
    return at === 0 ? { maxWidth: 24 } : {};
  });
  return [words.today.owners.title, ...formatTable([heading, ...rows], columns), ''];
}

function stageRow(stage: StageReport, process: Process, words: ReportWords, money: MoneyFormat): string[] {
  return [
    plainText(stageOf(process, stage.stage).label),
    String(stage.reached),
    conversionText(stage, words, process.minSample),
    String(stage.open.count),
    money.sums(stage.open.value),
    stayText(stage.stays, words, process.minSample),
  ];
}

function summaryRows(
  { winRate, valued, files, cycle, open, velocity, consistency, headline }: Report,
  { minSample }: Process,
  words: ReportWords,
  money: MoneyFormat,
): string[][] {
  const { headings, terminal, percent, days } = words;
  const closed = files.won + files.lost;
  const byValue = money.codesInOrder(Object.keys(winRate.value)).map(currency => {
    const { won, lost } = valued[currency]!;
    const share = winRate.value[currency] ?? null;
    const code = currency === NO_CURRENCY ? undefined : currency;
    if (share === null) return terminal.valueUnknown(words.unknown, code, won, lost);
    if (won + lost < minSample) return terminal.valueUnknown(words.tooFewToTell, code, won, lost);
    return terminal.valueWon(percent(share), code, won, lost);
  });
  const counted = Object.values(valued).reduce((all, { won, lost }) => all + won + lost, 0);
  if (byValue.length && counted < closed) byValue.push(terminal.valueLeftOut(closed - counted));
  const { conforming, deals, skips, backs } = consistency;
  const bounds = closed >= minSample && winRate.interval ? roundedOutwards(winRate.interval) : undefined;
  const end = (fraction: number) => `${Number((fraction * 100).toPrecision(10))}%`;
  const interval = bounds ? terminal.interval(end(bounds[0]), end(bounds[1])) : '';
  const { n } = headline.now.cycle;
  return [
    [headings.winRate, `${words.rate(winRate.count, closed, closed < minSample)}${interval}`],
    ...byValue.map(line => ['', line]),
    [
      terminal.cycle,
      cycle.mean === null
        ? words.unknown
        : n < minSample
          ? words.tooFew(n)
          : terminal.meanAndMedian(days(cycle.mean), days(cycle.median)),
    ],
    [headings.open, [words.deals(open.count), sumsText(open.value, words, money)].filter(Boolean).join(', ')],
    [headings.weighted, sumsText(open.weighted, words, money) || words.unknown],
    [headings.velocity, velocityText(velocity, words, closed, minSample, money)],
    [terminal.process, terminal.followed(conforming, deals, skips, backs)],
  ];
}
