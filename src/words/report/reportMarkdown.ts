import { payoffs } from '../../core/metrics/payoffs';
import type { StageReport } from '../../core/metrics/stageReport';
import { DAYS_PER_MONTH, expectation } from '../../core/metrics/whatIf';
import { stageOf } from '../../core/process/process';
import { stageIndex, type StageId } from '../../core/process/stages';
import { markdownTable, untrusted } from '../../core/text/markdown';
import type { ReportWords } from '../report';
import { accuracyLines, callRows, pastCallRows, type TextTable } from './callRows';
import { gapLines } from './gapLines';
import { needsList } from './needsList';
import { dealsWorth } from './dealsWorth';
import { filesLine } from './filesLine';
import { forecastTable } from './forecastTable';
import type { ReportSources } from './sources';
import { stageLabel } from './stageLabel';
import { conversionText, stayText, stayWithOpen } from './stageTexts';
import { sumsText } from './sumsText';
import { velocityText } from './velocity';
import { changesTable, ownersTable } from './weekTables';

/**
 * The report as Markdown, for a person who reads it once a week. Texts from files come out escaped.
 *
 * @param filter in words; empty where nothing is left out
 * @param linkTo where a link leads, with `/` between its parts, for the path of a deal
 */
export function reportAsMarkdown(
  sources: ReportSources,
  filter: string,
  linkTo: (path: string) => string,
): string[] {
  const { report, words } = sources;
  const { sections } = words;
  const needs = needsList(sources, linkTo);
  return [
    `# ${words.title(report.asOf)}`,
    '',
    ...(filter ? [`${words.only(untrusted(filter), report.leftOut)}.`, ''] : []),
    ...headlineTable(sources),
    '',
    ...section(sections.funnel, funnelTable(sources)),
    ...section(sections.lost, leaksTable(sources)),
    ...section(sections.push, pushList(sources)),
    ...section(sections.forecast, forecastTable(sources)),
    ...callSections(sources),
    ...section(
      words.today.changes.title(report.today.changes.since, report.asOf),
      changesTable(sources, linkTo),
    ),
    ...section(words.today.owners.title, ownersTable(sources, linkTo)),
    ...section(sections.needs, needs.length ? needs : [words.none]),
    ...gapLines(report, words).flatMap(line => [line, '']),
    filesLine(report.files),
  ];
}

function headlineTable({ report: { headline, openDeals }, process, words, money }: ReportSources): string[] {
  const { now, before } = headline;
  const { headings } = words;
  const figures = [now, ...(before ? [before] : [])];
  const row = (name: string, cell: (figures: typeof now) => string) => [name, ...figures.map(cell)];
  const late = openDeals.filter(({ stalled }) => stalled).length;
  return [
    ...markdownTable(
      [
        ['', headings.now, ...(before ? [headings.on(before.asOf)] : [])],
        row(headings.open, ({ open }) => dealsWorth(open, words, money)),
        row(headings.weighted, ({ open }) => sumsText(open.weighted, words, money) || words.unknown),
        row(headings.winRate, ({ winRate: { rate, n } }) => words.rate(rate, n, n < process.minSample)),
        row(headings.medianCycle, ({ cycle: { median, n } }) =>
          median === null ? words.unknown : words.daysOf(median, n, n < process.minSample),
        ),
        row(headings.velocity, ({ velocity, winRate }) =>
          velocityText(velocity, words, winRate.n, process.minSample, money),
        ),
        row(headings.due, ({ due }) => dealsWorth(due.inQuarter, words, money)),
        row(headings.overdue, ({ due }) => dealsWorth(due.overdue, words, money)),
      ],
      '',
    ),
    ...(late ? ['', words.stalled(late)] : []),
  ];
}

function funnelTable({ report: { stages }, process, words, money }: ReportSources): string[] {
  const { headings } = words;
  const heading = [
    ...[headings.stage, headings.reached, headings.stillOpen, headings.lost, headings.wentOn],
    ...[headings.openNow, headings.value, headings.medianStay],
  ];
  const rows = stages.map(stage => [
    stageLabel(stage.stage, process),
    ...[stage.reached, stage.pending, stage.lost].map(String),
    conversionText(stage, words, process.minSample),
    String(stage.open.count),
    money.sums(stage.open.value),
    stayText(stage.stays, words, process.minSample),
  ]);
  return markdownTable([heading, ...rows], 'lrrrlrrr');
}

function leaksTable({ report: { stages }, process, words, money }: ReportSources): string[] {
  const { headings } = words;
  const leaks = stages.filter(({ lostIn }) => lostIn.count);
  if (!leaks.length) return [words.noneLost];
  const rows = leaks.map(({ stage, lostIn }) => [
    stageLabel(stage, process),
    String(lostIn.count),
    money.sums(lostIn.value),
    reasonsOf(lostIn, words),
  ]);
  const heading = [headings.stage, headings.lost, headings.value, headings.why];
  return markdownTable([heading, ...rows], 'lrrl');
}

function reasonsOf({ reasons }: StageReport['lostIn'], { noReason }: ReportWords): string {
  return reasons
    .map(({ reason, count }) => `${reason === null ? noReason : untrusted(reason, 60)} ${count}`)
    .join(', ');
}

/** The three answers, each by itself, and what a better step would bring; of stages that enough is known of. */
function pushList({ report: { stages, holdsBack, whatIf, chain }, process, words }: ReportSources): string[] {
  const { push, percent, days } = words;
  const isKnown = ({ seen }: { readonly seen: number }) => seen >= process.minSample;
  const [wins] = holdsBack.headroom.filter(one => one.figure > 0 && isKnown(one));
  const [time] = holdsBack.load.filter(one => one.figure > 0 && isKnown(one));
  const [slow] = holdsBack.stay.filter(one => one.figure > 1 && isKnown(one));
  const [pays] = payoffs(whatIf).filter(one => one.gain > 0 && isKnown(one));
  const { winsPerDay } = expectation(whatIf);
  const nameOf = ({ stage }: { readonly stage: StageId }) => stageLabel(stage, process);
  const lines: string[] = [];
  if (wins) {
    lines.push(push.wins(nameOf(wins), percent(chain! + wins.figure), percent(chain), wins.n));
  }
  if (time) lines.push(push.time(nameOf(time), percent(time.figure), time.n));
  if (slow) {
    const { stays } = stages[stageIndex(slow.stage)]!;
    const limit = stageOf(process, slow.stage).stalledAfter;
    const withOpen = stayWithOpen(stays, words);
    lines.push(
      push.slow({ ...{ stage: nameOf(slow), limit, withOpen, n: slow.n }, median: days(stays.median) }),
    );
  }
  if (pays && winsPerDay !== null) {
    lines.push(
      push.step({
        ...{ stage: nameOf(pays), from: percent(pays.from), to: percent(pays.to), n: pays.n },
        ...{ now: perMonth(winsPerDay), better: perMonth(pays.winsPerDay) },
      }),
    );
  }
  return lines.length ? lines.map(line => `- ${line}`) : [push.tooEarly];
}

/** Calls, where there are any: of the quarter that is running, and of those that are over. */
function callSections(sources: ReportSources): string[] {
  const { report, words } = sources;
  const { calls } = report;
  if (!calls) return [];
  const name = (text: string) => untrusted(text, 60);
  const averages = accuracyLines(calls, sources, name);
  const part = (title: string, { heading, rows, align }: TextTable, below: readonly string[] = []) =>
    rows.length ? section(title, [...markdownTable([heading, ...rows], align), ...below]) : [];
  return [
    ...part(words.calls.title, callRows(calls, sources, name)),
    ...part(
      words.calls.past,
      pastCallRows(calls, sources, name),
      averages.length ? ['', `${words.calls.average}: ${averages.join('; ')}.`] : [],
    ),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return [`## ${heading}`, '', ...lines, ''];
}

function perMonth(perDay: number): string {
  return (perDay * DAYS_PER_MONTH).toFixed(1);
}
