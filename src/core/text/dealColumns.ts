import { FIELDS, rowOf } from '../fields/table';

/** Where columns have always stood, since scripts may count them. A field that is new comes behind them. */
const FIRST = [
  ...['path', 'title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'probability', 'created'],
  ...['close_date', 'closed_on', 'next_step', 'next_step_on', 'lost_reason', 'days_in_stage'],
];

/** Spelled as the keys of a deal file, since people look for those. */
export const DEAL_COLUMNS: readonly string[] = [
  ...new Set([...FIRST, ...FIELDS.filter(field => rowOf(field).inCsv), 'contract_value']),
];
