import type { Gathered } from './gather';
import { leftOpenIn } from './leftOpen';
import { orderIn } from './daysOrder';
import { withClearDecimals, type DecimalSign } from './decimals';
import { missedIn, type Mapping, type Proposed } from './mapping';
import { targetText, yamlKey } from './mappingFile';
import { OWN } from './layouts/own';
import { goesBackAt } from './mapStages';
import { stageOf, type Process } from '../process/process';
import { isStageId } from '../process/stages';
import { readAmountCell } from './readCells';
import { say } from './say';
import type { Surveyed } from './survey';
import { isDayTarget, type ColumnTarget } from './target';
import type { Says } from '../says';

/** What a person should know of an import as a whole: what was decided for them, and by what. */
export function remarksOn(
  proposed: Proposed,
  gathered: Pick<Gathered, 'deals' | 'shared'>,
  process: Process,
): Says[] {
  const { mapping, layout } = proposed;
  const { deals, shared } = gathered;
  const remarks: Says[] = [];
  remarks.push(
    ...proposed.renamed.map(({ head: column, before, is }) =>
      say('columnRenamed', { column, before, line: lineOf(column, is) }),
    ),
  );
  remarks.push(...unmappedIn(proposed));
  remarks.push(
    ...proposed.notOutcomes.map(({ head: column, couldBe, value: typed }) =>
      say('columnNoOutcome', { column, typed, line: lineOf(column, couldBe) }),
    ),
  );
  const [value] = proposed.valuesLeft;
  if (value !== undefined)
    remarks.push(say('valuesLeft', { columns: proposed.valuesLeft, line: lineOf(value, 'value') }));
  const spread = mapping.stages.filter(({ how }) => how === 'spread').map(({ name }) => name);
  if (spread.length) remarks.push(say('stagesSpread', { stages: spread }));
  const back = goesBackAt(mapping.stages, layout);
  if (back) remarks.push(say('stagesGoBack', { before: back.before.name, after: back.after.name }));
  const open = leftOpenIn(proposed, gathered, [], process);
  if (open.closedStage) remarks.push(say('stagesOfClosed', { count: open.closedStage.deals }));
  if (shared && mapping.currency !== null) {
    const { column, sign, mayBe } = shared;
    remarks.push(say('signShared', { column, sign, mayBe, chosen: mapping.currency }));
  } else if (open.currency) remarks.push(say('valuesBare', { count: open.currency.values }));
  if (open.owner) remarks.push(say('ownersMissing', { count: open.owner.deals }));
  const each = deals.filter(({ fields }) => fields['value_period'] !== undefined).length;
  if (each) remarks.push(say('recursEach', { count: each }));
  return [...remarks, ...chosenIn(proposed, deals, process)];
}

/** What the mapping lacks, fields first, each with the line by which it would have it. */
function unmappedIn(proposed: Proposed): Says[] {
  const columns = [...new Set([...missedIn(proposed), ...proposed.unknown])];
  const lines = columns.map(({ head, couldBe }) => lineOf(head, couldBe));
  return columns.length ? [say('columnsUnmapped', { columns: columns.map(({ head }) => head), lines })] : [];
}

/** As the mapping would have it. */
function lineOf(head: string, is: ColumnTarget): string {
  return `${yamlKey(head)}: ${targetText(is)}`;
}

/** Says of which columns most days can't be read in the order that a person or a kept mapping has named. */
export function daysOtherwise({ columns }: Surveyed, { columns: targets, dates }: Mapping): Says[] {
  return columns.flatMap(({ head: column, clear }) => {
    const order = isDayTarget(targets.get(column) ?? 'nothing') ? orderIn(dates, column) : undefined;
    const count = order && clear[order === 'dmy' ? 'mdy' : 'dmy'];
    return count && count > clear[order] ? [say('daysOtherOrder', { column, order, count })] : [];
  });
}

/** Says of which columns of values no number tells what stands before the decimals: 1.500 is read as a thousand and a half then. */
export function amountsUnclear(
  { columns }: Surveyed,
  { mapping, layout }: Pick<Proposed, 'mapping' | 'layout'>,
  { currency, rates }: Process,
): Says[] {
  if (mapping.decimals || layout === OWN) return [];
  const amountIn = (cell: string, sign: DecimalSign) => {
    const clear = withClearDecimals(cell, sign);
    const read = readAmountCell(clear, 'people', mapping.currency ?? currency, rates);
    return 'value' in read ? read.value.amount : undefined;
  };
  return columns.flatMap(({ head: column, unclearNumber: typed }) => {
    if (typed === undefined || mapping.columns.get(column) !== 'value') return [];
    const [asPoint, asComma] = [amountIn(typed, '.'), amountIn(typed, ',')];
    if (asPoint === undefined || asComma === undefined || asPoint === asComma) return [];
    const decimals = asPoint < asComma ? 'point' : 'comma';
    const [small, big] = [Math.min(asPoint, asComma), Math.max(asPoint, asComma)];
    return [say('amountsUnclear', { column, typed, is: big, couldBe: small, decimals })];
  });
}

/** What somebody has said for deals that don't say it. */
function chosenIn({ mapping }: Proposed, deals: Gathered['deals'], process: Process): Says[] {
  const { currency, owner, closedStage } = mapping;
  return [
    ...(currency && deals.some(({ fields }) => fields['value'] !== undefined)
      ? [say('chosenCurrency', { currency })]
      : []),
    ...(owner ? [say('chosenOwner', { owner })] : []),
    ...(closedStage && isStageId(closedStage)
      ? [say('chosenClosedStage', { stage: stageOf(process, closedStage).label })]
      : []),
  ];
}
