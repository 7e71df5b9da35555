/**
 * The first of a list in an order, as many as are wanted: takes one walk, where sorting all of a long list takes several.
 *
 * @param compare as of `sort`; no two are alike
 */
export function firstOf<T>(list: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  let found: T[] = [];
  let last: T | undefined;
  for (const one of list) {
    if (last !== undefined && compare(one, last) >= 0) continue;
    found.push(one);
    if (found.length < 2 * most) continue;
    found = found.sort(compare).slice(0, most);
    last = found.at(-1);
  }
  return found.sort(compare).slice(0, most);
}
