import type { Says } from '../says';
import type { OfRow } from './incoming';

/** What is said of several rows alike, in their order. */
export interface SaidOfRows {
  readonly rows: readonly number[];
  readonly column: OfRow['column'];
  readonly says: Says;
}

/** What is said of rows, each thing once: of a deal that is left as it is there is no more to say for ten of its rows than for one. */
export function saidOfRows(all: readonly OfRow[]): readonly SaidOfRows[] {
  const bySaid = new Map<string, SaidOfRows & { readonly rows: number[] }>();
  for (const { row, column, says } of all) {
    const key = JSON.stringify([column, says.say, says.args]);
    const same = bySaid.get(key);
    if (!same) bySaid.set(key, { rows: [row], column, says });
    else if (same.rows.at(-1) !== row) same.rows.push(row);
  }
  return [...bySaid.values()];
}
