import type { Deal } from '../deal/deal';
import { moreOf, type MoreOfDeal } from '../deal/more';
import { FIELDS, rowOf } from '../fields/table';
import { headOfOwn } from '../intake/ownHeads';
import { isCurrencyCode } from '../money';

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
  ...(['source_id', 'as_written'] as const),
] as const;
type MoreColumn = (typeof MORE_COLUMNS)[number];

const HAS: Readonly<
  Record<Exclude<MoreColumn, 'lost_note' | 'source_id' | 'as_written'>, (deal: Deal) => boolean>
> = {
  source: ({ source }) => source !== undefined,
  forecast: ({ forecast }) => forecast !== undefined,
  on_hold_until: ({ onHoldUntil }) => onHoldUntil !== undefined,
  tags: ({ tags }) => tags.length > 0,
  checks: ({ checks }) => checks.length > 0,
  // One with nothing but a role has no place in a cell.
  contacts: ({ contacts }) => contacts.some(({ name, email }) => name ?? email),
};

/** A value below 0, of which no deal is: what the file says of it. */
export function amountWritten({ asWritten }: MoreOfDeal): number | undefined {
  const { value } = asWritten;
  return typeof value === 'number' && value < 0 ? value : undefined;
}

/** The currency of a value that can't be read, or that isn't there yet. */
export function currencyWritten({ asWritten }: MoreOfDeal): string | undefined {
  const { currency } = asWritten;
  return typeof currency === 'string' && isCurrencyCode(currency) ? currency : undefined;
}

/** What a file has behind standard keys that can't be read, as JSON: what no other cell of its row says. */
export function notInCells(more: MoreOfDeal): string | undefined {
  const isSaid = (key: string) =>
    (key === 'value' && amountWritten(more) !== undefined) ||
    (key === 'currency' && currencyWritten(more) !== undefined);
  const left = FIELDS.filter(key => Object.hasOwn(more.asWritten, key) && !isSaid(key));
  return left.length
    ? JSON.stringify(Object.fromEntries(left.map(key => [key, more.asWritten[key]])))
    : undefined;
}

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
    if (notInCells(more)) found.add('as_written');
    for (const key of Object.keys(more.own)) own.add(headOfOwn(key));
  }
  return [...DEAL_COLUMNS, ...MORE_COLUMNS.filter(name => found.has(name)), ...[...own].sort()];
}
