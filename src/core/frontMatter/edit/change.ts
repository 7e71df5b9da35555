import { inOwnNames, ownName, type KeyNames } from '../keyNames';
import type { At } from '../../problem';
import type { FieldValue } from './scalar';

/** Values key by key: `{on: 2026-11-20, stage: proposal, skipped: [value]}`. */
export type MapItem = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/** An item of a list: a value, or some of them key by key. */
export type ListItem = FieldValue | MapItem;

/** An item, and which item of the list it is to stand before, counted from 0 as the list is now; at its end where there is none. */
export interface PlacedItem {
  readonly at: number;
  readonly item: ListItem;
}

/** What is to be different in a front matter, at its top level. All else stays, to the byte. */
export interface FrontMatterChange {
  readonly set?: Readonly<Record<string, FieldValue>>;
  readonly clear?: readonly string[];
  /** An item for the end of each of these lists, or several. */
  readonly append?: Readonly<Record<string, ListItem | readonly ListItem[]>>;
  /** Items for any place of these lists, in the order in which they are to stand. */
  readonly insert?: Readonly<Record<string, readonly PlacedItem[]>>;
  /** The texts that these lists are to have, whatever is in them now; one text with commas is a list, too. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** Single values within lists and groups, in keys that nothing else of the change is about. */
  readonly replace?: readonly ValueAt[];
  /** Values for keys that groups within lists and groups don't have yet, behind those that they have; likewise. */
  readonly fill?: readonly ValueAt[];
}

/** A value, and where it stands within a key. */
export interface ValueAt {
  readonly at: At;
  readonly value: FieldValue;
}

/** What is to be put at the end of a list, one by one. */
export function itemsOf(append: ListItem | readonly ListItem[]): readonly ListItem[] {
  return Array.isArray(append) ? (append as readonly ListItem[]) : [append as ListItem];
}

/** Both changes; where they are about the same key, the second. */
export function bothChanges(first: FrontMatterChange, second: FrontMatterChange): FrontMatterChange {
  const { set = {}, clear = [], append = {}, insert = {}, texts = {} } = second;
  const taken = new Set([set, append, insert, texts].flatMap(Object.keys).concat(clear));
  const left = <T>(some: Readonly<Record<string, T>> = {}) =>
    Object.entries(some).filter(([key]) => !taken.has(key));
  // Not by assignment: a key may be named `__proto__`.
  return {
    set: Object.fromEntries([...left(first.set), ...Object.entries(set)]),
    clear: [...(first.clear ?? []).filter(key => !taken.has(key)), ...clear],
    append: Object.fromEntries([...left(first.append), ...Object.entries(append)]),
    insert: Object.fromEntries([...left(first.insert), ...Object.entries(insert)]),
    texts: Object.fromEntries([...left(first.texts), ...Object.entries(texts)]),
    replace: [...(first.replace ?? []), ...(second.replace ?? [])],
    fill: [...(first.fill ?? []), ...(second.fill ?? [])],
  };
}

/** The same change of a file whose keys have a team's own names. */
export function changeInOwnNames(
  names: KeyNames,
  { replace = [], fill = [], ...change }: FrontMatterChange,
): FrontMatterChange {
  if (names.size === 0) return { ...change, replace, fill };
  type Keys = readonly string[] | Readonly<Record<string, unknown>>;
  const renamed = (keys: Keys) =>
    Array.isArray(keys)
      ? keys.map((key: string) => ownName(names, key))
      : inOwnNames(names, keys as Readonly<Record<string, unknown>>);
  const placed = ({ at: [key, ...rest], value }: ValueAt): ValueAt => ({
    at: [ownName(names, String(key)), ...rest],
    value,
  });
  return {
    ...Object.fromEntries(Object.entries(change).map(([kind, keys]) => [kind, renamed(keys as Keys)])),
    replace: replace.map(placed),
    fill: fill.map(placed),
  };
}
