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
