import type { CalendarDate } from '../../core/calendar';
import { foldHead } from '../../core/intake/heads';
import { isLost, lostShown } from '../../core/intake/lost';
import { headIn, MOST_ABOVE } from '../../core/intake/rows';
import { say } from '../../core/intake/say';
import { MOST_COLUMNS, Survey, type Surveyed } from '../../core/intake/survey';
import type { TableRow } from '../../core/intake/table';
import { error } from '../../core/problem';
import type { Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import { TableFailed, type ForeignTable } from '../ports/tables';

/**
 * Looks once at all rows of a table; or why there is nothing to be had of it.
 *
 * @param named by the heads that a mapping names
 * @throws TableFailed where there is no table
 */
export async function surveyTable(
  table: ForeignTable,
  today: CalendarDate,
  named: ReadonlyMap<string, unknown> = new Map(),
): Promise<Surveyed | Says> {
  const survey = new Survey(today, new Set([...named.keys()].map(foldHead)));
  let isEmpty = true;
  let broken: Says | undefined;
  for await (const row of table.rows()) {
    if ('broken' in row) {
      broken ??= say('tableBroken', { row: row.number, why: row.broken });
      continue;
    }
    if (row.cells.length > MOST_COLUMNS) return say('tableTooWide', { most: MOST_COLUMNS });
    isEmpty &&= row.cells.every(cell => !cell.trim());
    survey.add(row);
  }
  if (isEmpty) return broken ?? say('tableEmpty');
  const surveyed = survey.end();
  if (!surveyed) return broken ?? say('tableWithoutHeads');
  // What a column becomes without its name is a guess, and may be another one the next time.
  const lost = surveyed.head.heads.find(isLost);
  if (lost !== undefined) return say('headLost', { row: surveyed.head.number, typed: lostShown(lost) });
  return surveyed.rows ? surveyed : (broken ?? say('tableHeadsAlone'));
}

/**
 * The heads of a table, by its first rows alone; none where no row is like that.
 *
 * @throws TableFailed where there is no table
 */
export async function headsOf(table: ForeignTable): Promise<readonly string[]> {
  const first: TableRow[] = [];
  for await (const row of table.rows()) {
    if (!('broken' in row)) first.push(row);
    if (first.length >= MOST_ABOVE) break;
  }
  return headIn(first)?.heads ?? [];
}

/** What a person should know of the sheet that a table is, once its rows were read. */
export function saidOfSheet({ sheet }: Pick<ForeignTable, 'sheet'>): Says[] {
  const read = sheet?.();
  if (!read) return [];
  const { name, isHidden, others } = read;
  return [
    ...(isHidden ? [say('sheetHidden', { sheet: name })] : []),
    ...(others.length ? [say('sheetsLeft', { sheet: name, others })] : []),
  ];
}

/** The refusal of a file that is no table; anything else is thrown on. */
export function whyNoTable(cause: unknown): Refusal {
  if (cause instanceof TableFailed) return { ok: false, problem: error('unreadable', cause.says) };
  throw cause;
}
