/** So many may share the first place; of more, none stands out. */
const MOST = 2;

/** Those that have the most; none where that is nothing, or where it says nothing since many have it. */
export function leaders<T>(all: readonly T[], of: (one: T) => number): T[] {
  const most = all.reduce((high, one) => Math.max(high, of(one)), 0);
  const first = most > 0 ? all.filter(one => of(one) === most) : [];
  return first.length <= MOST ? first : [];
}
