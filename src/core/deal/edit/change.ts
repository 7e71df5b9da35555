import { inOwnNames, ownName, type FieldNames } from '../../process/fieldNames';
import type { FieldValue } from './scalar';

/** An item of a list: a value, or some of them key by key: `{on: 2026-11-20, stage: proposal}`. */
export type ListItem = FieldValue | Readonly<Record<string, FieldValue>>;

/** What is to be different in a front matter, at its top level. All else stays, to the byte. */
export interface Change {
  readonly set?: Readonly<Record<string, FieldValue>>;
  readonly clear?: readonly string[];
  /** One item for the end of each of these lists. */
  readonly append?: Readonly<Record<string, ListItem>>;
}

/** The same change of a file whose keys have a team's own names. */
export function changeInOwnNames(names: FieldNames, change: Change): Change {
  if (names.size === 0) return change;
  type Keys = readonly string[] | Readonly<Record<string, unknown>>;
  const renamed = (keys: Keys) =>
    Array.isArray(keys)
      ? keys.map((key: string) => ownName(names, key))
      : inOwnNames(names, keys as Readonly<Record<string, unknown>>);
  return Object.fromEntries(Object.entries(change).map(([kind, keys]) => [kind, renamed(keys as Keys)]));
}
