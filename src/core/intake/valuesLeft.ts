import type { Layout } from './layouts/layout';
import { moneyHead } from './moneyHeads';
import { readAmountCell } from './readCells';
import type { Surveyed, TableColumn } from './survey';
import type { ColumnTarget } from './target';

/**
 * Of a table without a column of values, the keys of the team's own that could be one: money in all rows, else numbers, by the
 * first values that differ. Which numbers a known system exports beside the value is known, so there only money counts.
 */
export function valuesLeft(
  { columns, rows }: Surveyed,
  targets: ReadonlyMap<string, ColumnTarget>,
  layout: Layout | undefined,
): readonly string[] {
  if ([...targets.values()].includes('value')) return [];
  const isOwnKey = ({ head }: TableColumn) => {
    const target = targets.get(head);
    return typeof target === 'object' && 'key' in target;
  };
  const amounts = columns.filter(
    column =>
      isOwnKey(column) && column.filled === rows && !column.isDays && !column.isShare && isAmounts(column),
  );
  const money = amounts.filter(column => moneyHead(column.head) || seenIn(column).some(isMoney));
  return (money.length || layout ? money : amounts).map(({ head }) => head);
}

function seenIn({ values, samples }: TableColumn): readonly string[] {
  return values ?? samples;
}

function amountIn(value: string) {
  const read = readAmountCell(value, 'people', undefined, new Set());
  return 'value' in read ? read.value : undefined;
}

function isAmounts(column: TableColumn): boolean {
  return seenIn(column).every(value => amountIn(value) !== undefined);
}

function isMoney(value: string): boolean {
  const { currency, shared } = amountIn(value) ?? {};
  return currency !== undefined || shared !== undefined;
}
