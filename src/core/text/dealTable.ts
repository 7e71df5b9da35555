import type { CalendarDate } from '../calendar';
import { daysInStage } from '../deal/daysInStage';
import type { Deal } from '../deal/deal';
import { UNKNOWN_STAGE } from '../deal/read/stage';
import { isField, propertyOf, rowOf, type Field } from '../fields/table';
import { plainLine } from '../escape';
import { NO_CURRENCY } from '../money';
import { asCsv, type Cell, type Separator } from './csv';
import { moreOf, type MoreOfDeal } from '../deal/more';
import { peopleCell, textsCell } from '../intake/listCells';
import { OWN_KEY } from '../intake/ownHeads';
import { ownTableCell, ownTextCell } from '../intake/ownValues';
import {
  amountWritten,
  columnsOf,
  currencyWritten,
  DEAL_COLUMNS,
  MORE_COLUMNS,
  notInCells,
} from './dealColumns';
import { markdownTable, prose } from './markdown';

type CellOf = (deal: Deal, today: CalendarDate, more: MoreOfDeal | undefined) => Cell;

/** What is no field, or is there in another form. */
const OTHERS: Readonly<Record<string, CellOf>> = {
  path: ({ path }) => path,
  stage: ({ stage, stageNotKnown }) => (stageNotKnown ? UNKNOWN_STAGE : stage),
  amount: ({ value, valueEach }, _, more) => (valueEach ?? value)?.amount ?? (more && amountWritten(more)),
  currency: ({ value }, _, more) =>
    (value?.currency === NO_CURRENCY ? undefined : value?.currency) ?? (more && currencyWritten(more)),
  contract_value: ({ value }) => value?.amount,
  days_in_stage: (deal, today) => daysInStage(deal, today),
  lost_note: (_, __, more) => more?.lostNote && ownTextCell(plainLine(more.lostNote).trim()),
  contacts: ({ contacts }) => peopleCell(contacts),
  source_id: (_, __, more) => more?.sourceId,
  as_written: (_, __, more) => more && notInCells(more),
};

const NAMES: ReadonlySet<string> = new Set([...DEAL_COLUMNS, ...MORE_COLUMNS]);

function cellsOf(heading: string): CellOf {
  if (Object.hasOwn(OTHERS, heading)) return OTHERS[heading]!;
  if (NAMES.has(heading)) return columnOf(heading as Field);
  const key = heading.startsWith(OWN_KEY) ? heading.slice(OWN_KEY.length) : heading;
  return (_, __, more) => (more && Object.hasOwn(more.own, key) ? ownTableCell(more.own[key]) : undefined);
}

function columnOf(field: Field): CellOf {
  const property = propertyOf(field) as keyof Deal;
  return deal => {
    const value = deal[property];
    return Array.isArray(value) ? textsCell(value as readonly string[]) : (value as Cell);
  };
}

/** A row of headings, `columns` of `columnsOf`, and a row for each deal. */
export function dealRows(
  deals: readonly Deal[],
  today: CalendarDate,
  columns: readonly string[] = columnsOf(deals),
): Cell[][] {
  const cells = columns.map(cellsOf);
  return [
    [...columns],
    ...deals.map(deal => {
      const more = moreOf(deal);
      return cells.map(read => read(deal, today, more));
    }),
  ];
}

/**
 * A line for each deal below one of headings.
 *
 * @param columns of `columnsOf`, in the order in which they are to stand
 */
export function dealsAsCsv(
  deals: readonly Deal[],
  today: CalendarDate,
  separator?: Separator,
  columns: readonly string[] = columnsOf(deals),
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

/** Whether a column has days. */
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
