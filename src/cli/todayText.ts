import { join } from 'node:path';
import type { RunningQuarter } from '../core/metrics/today/runningQuarter';
import type { PlannedDeal, ToDo } from '../core/metrics/today/whatToDo';
import { plainText } from '../core/escape';
import { stageOf } from '../core/process/process';
import type { StageId } from '../core/process/stages';
import { saidNeeds } from '../words/needs';
import { changeRows } from '../words/report/changeRows';
import type { ReportSources } from '../words/report/sources';
import { sumsText } from '../words/report/sumsText';
import { formatTable, type Column } from '../core/text/textTable';

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { maxWidth: 48 },
  { maxWidth: 28 },
  { maxWidth: 24 },
  { align: 'right' },
  {},
];

/**
 * A rep's day as lines for a terminal, up to the files that need attention.
 *
 * @param root the pipeline's folder, for paths that work from the current one
 */
export function todayAsText(sources: ReportSources, root: string): string[] {
  const { report, words } = sources;
  const { toDo } = report.today;
  return [
    quarterText(report.today.quarter, sources),
    '',
    ...toDoLines(toDo.now, sources, root),
    ...(toDo.next.length
      ? [`${words.today.next} · ${toDo.next.length}`, ...nextLines(toDo.next, sources, root), '']
      : []),
    ...changeLines(sources),
    '',
  ];
}

function quarterText(
  quarter: RunningQuarter,
  { words: { today: words, noRate }, money }: ReportSources,
): string {
  const { against } = quarter;
  const when = words.quarter(quarter.quarter, quarter.daysLeft);
  if (!against) {
    const [won, commit, bestCase] = [quarter.won, quarter.commit, quarter.bestCase].map(
      ({ value }) => money.sums(value) || '0',
    ) as [string, string, string];
    return `${when}: ${words.sums(won, commit, bestCase)}`;
  }
  const { quota, gap, without } = against;
  const one = (amount: number) => money.one({ amount, currency: quota.currency });
  const all = one(quota.amount);
  const rest = gap
    ? words.gap(one(gap), all)
    : against.won < quota.amount
      ? words.covered(all)
      : words.met(all);
  const sums = words.sums(one(against.won), one(against.commit), one(against.bestCase));
  return [`${when}: ${sums}`, rest, ...(without.length ? [noRate(without)] : [])].join('; ');
}

/** By the rules that put them there, in the order of these; below each deal why it is there. */
function toDoLines(all: readonly ToDo[], sources: ReportSources, root: string): string[] {
  const { report, words } = sources;
  if (!all.length) return [words.today.nothing, ''];
  const rows = rowsOf(all, sources, root);
  return all.flatMap((deal, at) => {
    const isFirst = all[at - 1]?.rule !== deal.rule;
    const isLast = all[at + 1]?.rule !== deal.rule;
    const many = all.filter(({ rule }) => rule === deal.rule).length;
    const why = saidNeeds(deal.reasons.filter(({ kind }) => !SAID_BY_DAY.has(kind)));
    return [
      ...(isFirst ? [`${words.today.rules[deal.rule]} · ${many}`] : []),
      ...indented([rows[at]!]),
      ...todoLines(deal, words.today),
      ...(why.length
        ? [`      ${why.map(reason => words.today.reason(reason, report.asOf)).join('; ')}`]
        : []),
      ...(isLast ? [''] : []),
    ];
  });
}

/** The row begins with how late the step is, and to-dos stand below it with their days. */
const SAID_BY_DAY: ReadonlySet<string> = new Set([
  'nextStepOverdue',
  'nextStepDue',
  'todoOverdue',
  'todoDue',
]);

function rowsOf(deals: readonly PlannedDeal[], sources: ReportSources, root: string): string[] {
  const { money, words } = sources;
  const cells = deals.map(deal => [
    whenText(deal, words.today),
    plainText(deal.step ?? (deal.todos.length ? deal.title : words.today.noStep)),
    plainText(deal.account ?? deal.title),
    label(deal.stage, sources),
    deal.value ? money.one(deal.value) : '',
    join(root, deal.path),
  ]);
  return formatTable(cells, COLUMNS);
}

function nextLines(deals: readonly PlannedDeal[], sources: ReportSources, root: string): string[] {
  const rows = indented(rowsOf(deals, sources, root));
  return deals.flatMap((deal, at) => [rows[at]!, ...todoLines(deal, sources.words.today)]);
}

/** To-dos of the notes, below the row of their deal. */
function todoLines({ todos }: PlannedDeal, words: ReportSources['words']['today']): string[] {
  return todos.map(({ on, what, who, daysLate, line }) => {
    const when = daysLate > 0 ? words.late(daysLate) : daysLate ? on : words.dueToday;
    return `      ${words.todo(when, plainText(what), who && plainText(who), line)}`;
  });
}

function whenText({ daysLate, stepOn }: PlannedDeal, words: ReportSources['words']['today']): string {
  if (daysLate === null) return '';
  if (daysLate > 0) return words.late(daysLate);
  return daysLate ? stepOn! : words.dueToday;
}

function changeLines(sources: ReportSources): string[] {
  const { report, words, money } = sources;
  const { changes } = report.today;
  const rows = changeRows(
    changes,
    report.asOf,
    words.today.changes,
    stage => label(stage, sources),
    plainText,
  ).map(({ name, sum, deals }) => [
    name,
    String(sum.count),
    sumsText(sum.value, words, money),
    deals.map(({ deal, said }) => plainText(deal.title) + (said && ` (${said})`)).join('; '),
  ]);
  const all = [...rows, [words.today.changes.activities, String(changes.activities), '', '']];
  const columns: readonly Column[] = [{}, { align: 'right' }, { align: 'right' }, {}];
  return [words.today.changes.title(changes.since, report.asOf), ...indented(formatTable(all, columns))];
}

function label(stage: StageId, { process }: ReportSources): string {
  return plainText(stageOf(process, stage).label);
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`);
}
