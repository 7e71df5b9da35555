/**
 * Rows in the order in which things happened; those of one time as the table has them, be its newest first or last.
 *
 * @param when a row's day, or its day and time: texts that sort as they follow each other
 */
export function asTheyHappened<T>(rows: readonly T[], when: (row: T) => string): readonly T[] {
  const isNewestFirst = rows.length > 1 && when(rows[0]!) > when(rows.at(-1)!);
  const all = isNewestFirst ? rows.toReversed() : rows;
  return all.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}
