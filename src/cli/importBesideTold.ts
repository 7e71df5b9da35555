import { alreadyIn, type BesidePlan } from '../actions/imports/planBeside';
import type { BesideImported } from '../actions/imports/importBeside';
import { plainText } from '../core/escape';
import type { AdditionsJson } from '../core/exchange/json/schema/additions';
import { formatTable } from '../core/text/textTable';
import { ADDED, BESIDE } from '../words/en/beside';
import { counted, ROWS, ROWS_ELSEWHERE } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentence } from '../words/sentence';
import { ofRowAsJson } from './importJson';
import type { ImportTold } from './importTold';
import { cut, rowLines } from './importWords';
import { complain, print, printJson } from './output';
import type { Terminal } from './terminal';

/** An import of what was exported beside deals, and everything there is to say about it. */
type BesideTold = Omit<ImportTold, 'plan' | 'done'> & {
  readonly plan: BesidePlan;
  readonly done: BesideImported;
};

/** Tells what such an import did. Answers with the exit code. */
export function tellBeside(terminal: Terminal, told: BesideTold, json: true | undefined): number {
  const { plan, done } = told;
  const notTaken = [...plan.notTaken, ...done.notTaken].sort((a, b) => a.row - b.row);
  if (json) printJson(terminal, asJson(told, notTaken));
  else {
    print(terminal, inWords(told, notTaken.length));
    for (const line of rowLines(notTaken)) complain(terminal, line);
    if (told.done.notKept) complain(terminal, sentence(told.done.notKept));
  }
  return notTaken.length || told.done.notKept ? 1 : 0;
}

function asJson(
  { file, root, dryRun, plan, done }: BesideTold,
  notTaken: BesidePlan['notTaken'],
): AdditionsJson {
  return {
    version: 1,
    ...{ file, folder: root, dryRun },
    what: plan.beside,
    system: plan.system?.name ?? null,
    rows: plan.surveyed.rows,
    columns: plan.columns.map(({ column: { head, samples }, is }) => ({ column: head, is, samples })),
    changed: done.changed.map(({ deal: { there }, added }) => ({
      ...{ path: there.deal.path, title: there.deal.title, sourceId: there.sourceId ?? null },
      added: added.map(({ row, line }) => ({ row, text: line })),
    })),
    already: alreadyIn(plan),
    notTaken: notTaken.map(ofRowAsJson),
    notKept: done.notKept ? sentence(done.notKept) : null,
    elsewhere: plan.elsewhere.map(ofRowAsJson),
  };
}

function inWords({ file, root, dryRun, plan, done }: BesideTold, notTaken: number): readonly string[] {
  const { beside, system, surveyed, columns, elsewhere } = plan;
  const added = done.changed.reduce((sum, one) => sum + one.added.length, 0);
  const already = alreadyIn(plan);
  const rows = (count: number) => counted(count, ROWS);
  const table = columns.map(({ column: { head, samples }, is }) => {
    const shown = samples.map(sample => quoted(sample, 24)).join(', ');
    return [plainText(head, 40), '→', is, shown];
  });
  const lines = done.changed.flatMap(one => [
    `${plainText(one.deal.there.deal.path)}:`,
    ...one.added.map(({ line }) => `  ${plainText(line, 120)}`),
  ]);
  const whole = [
    `${counted(added, ADDED[beside])} ${dryRun ? 'would be added' : 'added'} to ${counted(done.changed.length, { one: 'deal', other: 'deals' })} in ${plainText(root)}`,
    ...(already ? [`${already.toLocaleString('en')} already there`] : []),
    ...(elsewhere.length ? [counted(elsewhere.length, ROWS_ELSEWHERE)] : []),
    ...(notTaken ? [`${rows(notTaken)} not taken`] : []),
  ];
  const from = system ? ` from ${system.name}` : '';
  return [
    `${plainText(file)}: ${BESIDE[beside]}${from}, ${rows(surveyed.rows)}`,
    '',
    ...formatTable(table, [{}, {}, {}, {}]),
    ...(lines.length ? ['', ...cut(lines)] : []),
    '',
    `${whole.join(', ')}.`,
  ];
}
