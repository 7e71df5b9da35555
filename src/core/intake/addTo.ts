/** Adds to what a map has under a key. */
export function addTo<T>(map: Map<string, T[]>, key: string, one: T): void {
  const some = map.get(key);
  if (some) some.push(one);
  else map.set(key, [one]);
}
