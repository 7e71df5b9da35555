import { pluralIn, type Forms } from '../plural';

const plural = pluralIn('en');

export const DEALS: Forms = { one: 'deal', other: 'deals' };
export const OPEN_DEALS: Forms = { one: 'open deal', other: 'open deals' };
export const CLOSED_DEALS: Forms = { one: 'closed deal', other: 'closed deals' };
export const FILES: Forms = { one: 'file', other: 'files' };
export const NOTES: Forms = { one: 'note', other: 'notes' };
export const CONTACTS: Forms = { one: 'contact', other: 'contacts' };
export const TEXTS: Forms = { one: 'text', other: 'texts' };
export const VALUES: Forms = { one: 'value', other: 'values' };
export const ROWS: Forms = { one: 'row', other: 'rows' };
export const ROWS_ELSEWHERE: Forms = {
  one: 'row that belongs to no deal here',
  other: 'rows that belong to no deal here',
};
export const CELLS: Forms = { one: 'cell', other: 'cells' };
export const DAYS: Forms = { one: 'day', other: 'days' };

/** `1 deal`, `2 deals`; with bare digits, as terminals and scripts have them. */
export function counted(n: number, forms: Forms): string {
  return `${n} ${plural(n, forms)}`;
}

/** `1 Deal`, `2 Log Lines`: as buttons and rows of lists have them. */
export function countedInTitle(n: number, forms: Forms): string {
  return counted(n, forms).replaceAll(/(?<=\s)\p{Ll}/gu, letter => letter.toUpperCase());
}
