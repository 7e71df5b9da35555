import { hasLostShape, isLost, lostShown } from './lost';
import type { OfRow } from './incoming';
import { say } from './say';
import type { TableColumn } from './survey';
import type { TableHead, TableRow } from './table';
import type { ColumnTarget } from './target';

/** What can't be taken of a row with cells that have lost something. */
export interface LostOfRow {
  /** Why nothing of the row is taken; nothing where the rest of it is. */
  readonly whole?: OfRow;
  /** The cells that aren't taken. */
  readonly cells: readonly OfRow[];
  /** The fields of which it isn't known what the row says. */
  readonly fields: ReadonlySet<string>;
}

/** What tells which deal a row is, where it stands, and where it stood: a guess at one of them would be another deal, or move it. */
const TELLING: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['id', 'path', 'title', 'stage', 'last_stage', 'status', 'stage_entered', 'history_list'] as const),
  ...(['won_on', 'lost_on', 'closed_on', 'close_day', 'is_won', 'is_lost', 'is_active'] as const),
  ...(['is_deleted', 'pipeline', 'source_id'] as const),
]);

/** Parts of what a deal is worth: one of them means something else without the others. */
const WORTH = ['value', 'currency', 'value_period', 'term'];
/** Columns that are called otherwise than their fields. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  tag_list: ['tags'],
  check_list: ['checks'],
  notes: [],
};

/** @param columns with what they become */
export function lostOfRow(
  row: TableRow,
  head: TableHead,
  columns: readonly { readonly column: TableColumn; readonly target: ColumnTarget }[],
): LostOfRow | undefined {
  if (!row.cells.some(isLost)) return undefined;
  const of = (column: string | undefined, says: OfRow['says']) => ({ row: row.number, column, says });
  if (hasLostShape(row, head.width)) return whole(of(undefined, say('rowLostShape')));
  const lost = columns.filter(({ column, target }) => target !== 'nothing' && isLost(textIn(row, column)));
  const has = (wanted: ColumnTarget) =>
    columns.some(({ column, target }) => target === wanted && textIn(row, column) !== '');
  const isKnown = has('id') || has('path');
  const tells = (target: ColumnTarget) =>
    TELLING.has(target) ||
    (typeof target === 'object' && 'entered' in target) ||
    (!has('title') && (target === 'account' || target === 'product')) ||
    (!isKnown && (target === 'account' || target === 'created'));
  const telling = lost.find(({ target }) => tells(target));
  const typed = (column: TableColumn) => lostShown(textIn(row, column));
  if (telling) return whole(of(telling.column.head, say('rowLost', { typed: typed(telling.column) })));
  return {
    cells: lost.map(({ column }) => of(column.head, say('cellLost', { typed: typed(column) }))),
    fields: new Set(lost.flatMap(({ target }) => fieldsOf(target))),
  };
}

function whole(why: OfRow): LostOfRow {
  return { whole: why, cells: [], fields: new Set() };
}

function fieldsOf(target: ColumnTarget): readonly string[] {
  if (typeof target === 'object') return 'key' in target ? [target.key] : [];
  if (WORTH.includes(target)) return WORTH;
  if (target.startsWith('contact')) return ['contacts'];
  return FIELDS[target] ?? [target];
}

function textIn({ cells }: TableRow, { at }: TableColumn): string {
  return (cells[at] ?? '').trim();
}
