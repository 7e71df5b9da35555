/** The same list in as much memory as it needs: one that was filled item by item has room for sixteen more. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}
