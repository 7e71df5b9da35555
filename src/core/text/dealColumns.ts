import type { Deal } from '../deal/deal';
import { moreOf } from '../deal/more';
import { FIELDS, rowOf } from '../fields/table';
import { headOfOwn } from '../intake/ownHeads';

/** Where columns have always stood, since scripts may count them. A field that is new comes behind them. */
const FIRST = [
  ...['path', 'title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'probability', 'created'],
  ...['close_date', 'closed_on', 'next_step', 'next_step_on', 'lost_reason', 'days_in_stage'],
];

/** Those that a table always has. Spelled as the keys of a deal file, since people look for those. */
export const DEAL_COLUMNS: readonly string[] = [
  ...new Set([...FIRST, ...FIELDS.filter(field => rowOf(field).inCsv), 'contract_value']),
];

/** Those that a table has where a deal says something there, behind the others. */
export const MORE_COLUMNS = [
  ...(['lost_note', 'source', 'forecast', 'on_hold_until', 'tags', 'checks', 'contacts'] as const),
  'source_id',
] as const;
type MoreColumn = (typeof MORE_COLUMNS)[number];

const HAS: Readonly<Record<Exclude<MoreColumn, 'lost_note' | 'source_id'>, (deal: Deal) => boolean>> = {
  source: ({ source }) => source !== undefined,
  forecast: ({ forecast }) => forecast !== undefined,
  on_hold_until: ({ onHoldUntil }) => onHoldUntil !== undefined,
  tags: ({ tags }) => tags.length > 0,
  checks: ({ checks }) => checks.length > 0,
  // One with nothing but a role has no place in a cell.
  contacts: ({ contacts }) => contacts.some(({ name, email }) => name ?? email),
};

/** All columns that a table of these deals has, unless some are chosen: the team's own keys come last, by their names. */
export function columnsOf(deals: Iterable<Deal>): readonly string[] {
  const found = new Set<string>();
  const own = new Set<string>();
  for (const deal of deals) {
    for (const [name, has] of Object.entries(HAS)) if (has(deal)) found.add(name);
    const more = moreOf(deal);
    if (!more) continue;
    if (more.sourceId !== undefined) found.add('source_id');
    if (more.lostNote !== undefined) found.add('lost_note');
    for (const key of Object.keys(more.own)) own.add(headOfOwn(key));
  }
  return [...DEAL_COLUMNS, ...MORE_COLUMNS.filter(name => found.has(name)), ...[...own].sort()];
}
