import type { Coverage } from '../metrics/coverage';
import type { DealSum } from '../metrics/periodSums';
import { payoffs } from '../metrics/payoffs';
import { together } from '../metrics/periodSums';
import type { Report } from '../metrics/report';
import type { StageReport } from '../metrics/stageReport';
import { DAYS_PER_MONTH, expectation } from '../metrics/whatIf';
import { formatMoney, formatMoneyMap } from '../money';
import { stageOf, type Process } from '../process/process';
import { stageIndex, type StageId } from '../process/stages';
import { filesLine } from './filesLine';
import { describeNeed, rate, velocityText } from './figureWords';
import { linkInCell, markdownTable, untrusted } from './markdown';
import { count, days, percent } from './words';

/** More than this nobody reads through in a week; the report says how many there are. */
const IN_NEED_LIMIT = 25;
/** With the one that is running. */
const QUARTERS_TO_COME = 3;

/**
 * The report as Markdown, for a person who reads it once a week. Texts from files come out escaped.
 *
 * @param filter in words; empty where nothing is left out
 * @param linkTo where a link leads, with `/` between its parts, for the path of a deal
 */
export function reportAsMarkdown(
  report: Report,
  process: Process,
  filter: string,
  linkTo: (path: string) => string,
): string[] {
  const about = filter ? [`Only ${untrusted(filter)}: ${count(report.leftOut, 'deal')} left out.`, ''] : [];
  return [
    `# Pipeline report, ${report.asOf}`,
    '',
    ...about,
    ...headlineTable(report, process),
    '',
    ...section('Funnel', funnelTable(report, process)),
    ...section('Where deals are lost', leaksTable(report, process)),
    ...section('Where to push', pushList(report, process)),
    ...section('What is coming in', forecastTable(report)),
    ...section('Deals that need something', needsTable(report, process, linkTo)),
    filesLine(report.files),
  ];
}

function headlineTable({ headline, openDeals }: Report, process: Process): string[] {
  const { now, before } = headline;
  const figures = [now, ...(before ? [before] : [])];
  const row = (name: string, cell: (figures: typeof now) => string) => [name, ...figures.map(cell)];
  const late = openDeals.filter(({ stalled }) => stalled).length;
  return [
    ...markdownTable(
      [
        ['', 'Now', ...(before ? [`On ${before.asOf}`] : [])],
        row('Open', ({ open }) => dealsWorth(open.count, open.value)),
        row('Weighted', ({ open }) => formatMoneyMap(open.weighted) || 'n/a'),
        row('Win rate', ({ winRate }) => rate(winRate.rate, winRate.n, process)),
        row('Median cycle', ({ cycle }) =>
          cycle.median === null ? 'n/a' : `${days(cycle.median)}, of ${cycle.n}${few(cycle.n, process)}`,
        ),
        row('Velocity', ({ velocity }) => velocityText(velocity)),
        row('Due this quarter', ({ due }) => dealsWorth(due.count, due.value)),
      ],
      '',
    ),
    ...(late ? ['', `${count(late, 'open deal')} in a stage for longer than its limit.`] : []),
  ];
}

function funnelTable({ stages }: Report, process: Process): string[] {
  const heading = ['Stage', 'Reached', 'Pending', 'Lost', 'Went on', 'Open now', 'Worth', 'Median stay'];
  const rows = stages.map(({ stage, reached, pending, lost, conversion, n, open, stays }) => [
    label(stage, process),
    ...[reached, pending, lost].map(String),
    rate(conversion, n, process),
    String(open.count),
    formatMoneyMap(open.value),
    days(stays.median),
  ]);
  return markdownTable([heading, ...rows], 'lrrrlrrr');
}

function leaksTable({ stages }: Report, process: Process): string[] {
  const leaks = stages.filter(({ lostIn }) => lostIn.count);
  if (!leaks.length) return ['None were lost.'];
  const rows = leaks.map(({ stage, lostIn }) => [
    label(stage, process),
    String(lostIn.count),
    formatMoneyMap(lostIn.value),
    reasonsOf(lostIn),
  ]);
  return markdownTable([['In', 'Lost', 'Worth', 'Why'], ...rows], 'lrrl');
}

function reasonsOf({ reasons }: StageReport['lostIn']): string {
  return reasons
    .map(({ reason, count }) => `${reason === null ? 'no reason given' : untrusted(reason, 60)} ${count}`)
    .join(', ');
}

/** The three answers, each by itself, and what a better step would bring; of stages that enough is known of. */
function pushList({ stages, holdsBack, whatIf, chain }: Report, process: Process): string[] {
  const isKnown = ({ n }: { readonly n: number }) => n >= process.minSample;
  const [wins] = holdsBack.headroom.filter(one => one.figure > 0 && isKnown(one));
  const [time] = holdsBack.load.filter(one => one.figure > 0 && isKnown(one));
  const [slow] = holdsBack.stay.filter(one => one.figure > 1 && isKnown(one));
  const [pays] = payoffs(whatIf).filter(one => one.gain > 0 && isKnown(one));
  const { winsPerDay } = expectation(whatIf);
  const line = (what: string, { stage, n }: { stage: StageId; n: number }, words: string) =>
    `- ${what}: ${label(stage, process)}. ${words} (of ${n}).`;
  const lines: string[] = [];
  if (wins) {
    const better = `${percent(chain! + wins.figure)} of deals would be won, not ${percent(chain)}`;
    lines.push(line('Wins', wins, `If none were lost there, ${better}`));
  }
  if (time) lines.push(line('Time', time, `It takes ${percent(time.figure)} of all days`));
  if (slow) {
    const { median } = stages[stageIndex(slow.stage)]!.stays;
    const limit = stageOf(process, slow.stage).stalledAfter;
    lines.push(
      line('Patience', slow, `Half of its deals stay ${days(median)} or longer, its limit is ${limit}`),
    );
  }
  if (pays && winsPerDay !== null) {
    const better = `${aMonth(pays.winsPerDay)} wins a month are to be expected, not ${aMonth(winsPerDay)}`;
    lines.push(
      line('One better step', pays, `If ${percent(pays.to)} went on, not ${percent(pays.from)}, ${better}`),
    );
  }
  return lines.length ? lines : ['Too little has happened yet to tell.'];
}

/** The quarter before, of which is known what slipped, the one that is running and those to come. */
function forecastTable({ asOf, forecast: { quarters, undated } }: Report): string[] {
  const running = Math.max(
    quarters.findIndex(({ last }) => last >= asOf),
    0,
  );
  const shown = quarters.slice(Math.max(running - 1, 0), running + QUARTERS_TO_COME);
  const hasQuota = shown.some(({ coverage }) => coverage);
  const rows = shown.map(({ period, single, coverage, slipped }) => [
    period,
    ...[single.closed, single.commit, single.best_case, single.pipeline].map(worth),
    ...(hasQuota ? [quotaWords(coverage)] : []),
    slipped ? worth(slipped) : '',
  ]);
  const heading = [
    'Quarter',
    'Won',
    'Commit',
    'Best case',
    'Pipeline',
    ...(hasQuota ? ['Quota'] : []),
    'Slipped',
  ];
  const { count: open, value } = together(undated.commit, undated.best_case, undated.pipeline);
  return [
    ...markdownTable([heading, ...rows], `lrrrr${hasQuota ? 'l' : ''}r`),
    ...(open ? ['', `${dealsWorth(open, value)}, without a close date.`] : []),
  ];
}

function worth({ count: n, value }: DealSum): string {
  return n ? formatMoneyMap(value) || count(n, 'deal') : '';
}

function quotaWords(of: Coverage | null): string {
  if (!of) return '';
  const { quota, missing, coverage } = of;
  const amount = formatMoney(quota);
  if (coverage === null) return `${amount}, met`;
  const left = formatMoney({ ...quota, amount: missing });
  return `${amount}, ${left} to go, ${coverage.toFixed(1)} × covered`;
}

function needsTable({ inNeed }: Report, process: Process, linkTo: (path: string) => string): string[] {
  if (!inNeed.length) return ['None.'];
  const rows = inNeed
    .slice(0, IN_NEED_LIMIT)
    .map(deal => [
      linkInCell(deal.title, linkTo(deal.path)),
      untrusted(deal.owner ?? '', 60),
      label(deal.stage, process),
      deal.value ? formatMoney(deal.value) : '',
      deal.needs.map(describeNeed).join('; '),
    ]);
  const more = inNeed.length - rows.length;
  return [
    ...markdownTable([['Deal', 'Owner', 'Stage', 'Worth', 'Why'], ...rows], 'lllrl'),
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return [`## ${heading}`, '', ...lines, ''];
}

function dealsWorth(n: number, value: Readonly<Record<string, number>>): string {
  return [count(n, 'deal'), formatMoneyMap(value)].filter(Boolean).join(', ');
}

function few(n: number, { minSample }: Process): string {
  return n < minSample ? ', too few' : '';
}

function aMonth(perDay: number): string {
  return (perDay * DAYS_PER_MONTH).toFixed(1);
}

function label(stage: StageId, process: Process): string {
  return untrusted(stageOf(process, stage).label, 60);
}
