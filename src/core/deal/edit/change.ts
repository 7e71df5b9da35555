import type { At } from '../../problem';
import type { FieldValue } from './scalar';

/** Values key by key: `{on: 2026-11-20, stage: proposal, skipped: [value]}`. */
export type MapItem = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/** An item of a list: a value, or some of them key by key. */
export type ListItem = FieldValue | MapItem;

/** What is to be different in a front matter, at its top level. All else stays, to the byte. */
export interface Change {
  readonly set?: Readonly<Record<string, FieldValue>>;
  readonly clear?: readonly string[];
  /** One item for the end of each of these lists. */
  readonly append?: Readonly<Record<string, ListItem>>;
  /** The texts that these lists are to have, whatever is in them now; one text with commas is a list, too. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** Single values within lists and groups, in keys that nothing else of the change is about. */
  readonly replace?: readonly { readonly at: At; readonly value: FieldValue }[];
}
