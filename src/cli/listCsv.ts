import type { CalendarDate } from '../core/calendar';
import { daysInStage } from '../core/deal/daysInStage';
import type { Deal } from '../core/deal/deal';
import { UNKNOWN_STAGE } from '../core/deal/read/stage';
import { FIELDS, propertyOf, rowOf, type Field } from '../core/fields/table';
import { NO_CURRENCY } from '../core/money';
import { asCsv, type Cell, type Separator } from '../core/text/csv';

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

/** Where columns have always stood, since scripts may count them. A field that is new comes behind them. */
const FIRST = [
  ...['path', 'title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'probability', 'created'],
  ...['close_date', 'closed_on', 'next_step', 'next_step_on', 'lost_reason', 'days_in_stage'],
];

/** Spelled as the keys of a deal file, since people look for those. */
const HEADINGS = [...new Set([...FIRST, ...FIELDS.filter(field => rowOf(field).inCsv), 'contract_value'])];

const COLUMNS = HEADINGS.map(heading => OTHERS[heading] ?? columnOf(heading as Field));

function columnOf(field: Field): CellOf {
  const property = propertyOf(field) as keyof Deal;
  return deal => {
    const value = deal[property];
    return Array.isArray(value) ? value.join(', ') : (value as Cell);
  };
}

/** A line for each deal below one of headings. */
export function dealsAsCsv(deals: readonly Deal[], today: CalendarDate, separator?: Separator): string {
  const rows = deals.map(deal => COLUMNS.map(read => read(deal, today)));
  return asCsv([HEADINGS, ...rows], separator);
}
