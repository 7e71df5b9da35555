import { isField } from '../fields/table';
import type { ListItem, MapItem } from '../frontMatter/edit/change';
import type { FieldValue } from '../frontMatter/edit/scalar';
import { numberOrText } from '../deal/typedValues';
import { isRecord } from '../shapes';
import type { FilledCell, RowContext } from './rowContext';
import { say } from './say';

/** What stands behind keys that aren't read as fields: values, and lists. */
export interface OwnValues {
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly lists: ReadonlyMap<string, readonly ListItem[]>;
}

/** What our own export has behind keys of the team's own, and behind standard ones as it is written. */
export function ownValuesIn(context: RowContext): OwnValues {
  const fields = new Map<string, FieldValue>();
  const lists = new Map<string, readonly ListItem[]>();
  const take = (cell: FilledCell, key: string, value: unknown) => {
    if (isValue(value)) fields.set(key, value);
    else if (Array.isArray(value) && value.length && value.every(isItem)) lists.set(key, value);
    else context.note(cell, say('cellNotRead', { typed: cell.text, field: key }));
  };
  for (const cell of context.cells(one => typeof one === 'object' && 'key' in one))
    take(cell, (cell.target as { key: string }).key, ownValueOf(cell.text));
  const written = context.cell('as_written');
  const all = written && parsed(written.text);
  if (written && isRecord(all))
    for (const [key, value] of Object.entries(all)) if (isField(key)) take(written, key, value);
  return { fields, lists };
}

/** The cell of a value: as JSON where it would be read as something else. */
export function ownValueCell(value: unknown): string {
  return typeof value === 'string' && ownValueOf(value.trim()) === value ? value : JSON.stringify(value);
}

/** The same for people: texts, numbers and flags as they are, so that a text `12` comes back as a number; a list as JSON. */
export function ownTableCell(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value).trim();
  const read = ownValueOf(text);
  const isOther = typeof read === 'object' || (typeof read === 'string' && read !== text);
  return isOther || DECIMALS.test(text) ? JSON.stringify(text) : text;
}

/** The cell of a text that may have several lines: as JSON where blanks around it, or a quotation mark before it, would be taken off. */
export function ownTextCell(text: string): string {
  return /^"|^\s|\s$/.test(text) ? JSON.stringify(text) : text;
}

/** What such a cell says. */
export function ownTextOf(cell: string): string {
  const asJson = cell.startsWith('"') ? parsed(cell) : undefined;
  return typeof asJson === 'string' ? asJson : cell;
}

/** A number in a table with semicolons, where a comma stands before the decimals. */
const DECIMALS = /^-?\d+,\d+$/;

/** What a cell says: a list, a flag or a quoted text as JSON has them, a number, or a text. */
function ownValueOf(cell: string): unknown {
  const asJson = /^[[{"]|^(?:true|false)$/.test(cell) ? parsed(cell) : undefined;
  if (asJson !== undefined) return asJson;
  return DECIMALS.test(cell) ? Number(cell.replace(',', '.')) : numberOrText(cell);
}

function isValue(value: unknown): value is FieldValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isItem(value: unknown): value is ListItem {
  return value === null || isValue(value) || isMapItem(value);
}

/** Whether a value is a map that a list can have as an item, as an edit writes it. */
export function isMapItem(value: unknown): value is MapItem {
  if (!isRecord(value)) return false;
  return Object.values(value).every(
    one =>
      one === null ||
      isValue(one) ||
      (Array.isArray(one) && one.every(item => item === null || isValue(item))),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
