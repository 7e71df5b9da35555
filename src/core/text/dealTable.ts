import type { CalendarDate } from '../calendar';
import { daysInStage } from '../deal/daysInStage';
import type { Deal } from '../deal/deal';
import { UNKNOWN_STAGE } from '../deal/read/stage';
import { isField, propertyOf, rowOf, type Field } from '../fields/table';
import { NO_CURRENCY } from '../money';
import { asCsv, type Cell, type Separator } from './csv';
import { DEAL_COLUMNS } from './dealColumns';
import { markdownTable, prose } from './markdown';

type CellOf = (deal: Deal, today: CalendarDate) => Cell;

/** What is no field, or is there in another form. */
const OTHERS: Readonly<Record<string, CellOf>> = {
  path: ({ path }) => path,
  stage: ({ stage, stageNotKnown }) => (stageNotKnown ? UNKNOWN_STAGE : stage),
  amount: ({ value, valueEach }) => (valueEach ?? value)?.amount,
  currency: ({ value }) => (value?.currency === NO_CURRENCY ? undefined : value?.currency),
  contract_value: ({ value }) => value?.amount,
  days_in_stage: (deal, today) => daysInStage(deal, today),
};

function columnOf(field: Field): CellOf {
  const property = propertyOf(field) as keyof Deal;
  return deal => {
    const value = deal[property];
    return Array.isArray(value) ? value.join(', ') : (value as Cell);
  };
}

/** A row of headings, `columns` of `DEAL_COLUMNS`, and a row for each deal. */
export function dealRows(
  deals: readonly Deal[],
  today: CalendarDate,
  columns: readonly string[] = DEAL_COLUMNS,
): Cell[][] {
  const cells = columns.map(heading => OTHERS[heading] ?? columnOf(heading as Field));
  return [[...columns], ...deals.map(deal => cells.map(read => read(deal, today)))];
}

/**
 * A line for each deal below one of headings.
 *
 * @param columns of `DEAL_COLUMNS`, in the order in which they are to stand
 */
export function dealsAsCsv(
  deals: readonly Deal[],
  today: CalendarDate,
  separator?: Separator,
  columns = DEAL_COLUMNS,
): string {
  return asCsv(dealRows(deals, today, columns), separator);
}

/** What people want to see of a deal; a table with all columns is wider than a page. */
const SHOWN_COLUMNS = [
  ...['title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'close_date'],
  ...['next_step', 'next_step_on'],
];

/** The same as a Markdown table, in which what comes from files is text. */
export function dealsAsMarkdown(
  deals: readonly Deal[],
  today: CalendarDate,
  columns: readonly string[] = SHOWN_COLUMNS,
): string[] {
  const rows = dealRows(deals, today, columns).map((row, at) =>
    row.map(cell => (at && typeof cell === 'string' ? prose(cell) : String(cell ?? ''))),
  );
  return markdownTable(rows, columns.map(name => (NUMBERS.has(name) ? 'r' : 'l')).join(''));
}

const KINDS_OF_DAYS: readonly string[] = ['day', 'pastDay'];

/** Whether a column of `DEAL_COLUMNS` has days. */
export function isDayColumn(name: string): boolean {
  return isField(name) && KINDS_OF_DAYS.includes(rowOf(name).kind);
}

const NUMBERS: ReadonlySet<string> = new Set([
  'amount',
  'contract_value',
  'days_in_stage',
  'probability',
  'term',
]);
