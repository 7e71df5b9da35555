/**
 * The names that files have for standard keys, where they are others: `value` → `amount`. No two keys have one name. A
 * standard name that another has taken the place of is a key like any other then.
 */
export type KeyNames = ReadonlyMap<string, string>;

export const STANDARD_NAMES: KeyNames = new Map([]);

/** The name under which files have a key; any other key is its own. */
export function ownName(names: KeyNames, key: string): string {
  return names.get(key) ?? key;
}

/** A key to stand in a regular expression, with the flag `u` or without: there, `\-` is none. */
export function inPattern(key: string): string {
  return key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The standard key that a key of a file means; any other is its own, and `undefined` one that only looks like one. */
export function standardName(names: KeyNames, key: string): string | undefined {
  for (const [standard, name] of names) if (name === key) return standard;
  return names.has(key) ? undefined : key;
}

/** What a file says, by the standard names; without the keys that only look like one. */
export function inStandardNames<T>(names: KeyNames, said: Readonly<Record<string, T>>): Record<string, T> {
  if (names.size === 0) return said;
  const entries = Object.entries(said).map(([key, value]) => [standardName(names, key), value] as const);
  // Not by assignment: a key may be named `__proto__`.
  return Object.fromEntries(entries.filter(([key]) => key !== undefined) as [string, T][]);
}

/** The other way round. */
export function inOwnNames<T>(names: KeyNames, said: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [ownName(names, key), value]));
}
