/** These keys of an object and no others, in this order: what else it has is not published. */
export function pick<T extends object, const K extends readonly (keyof T)[]>(
  from: T,
  ...keys: K
): Pick<T, K[number]> {
  return Object.fromEntries(keys.map(key => [key, from[key]])) as Pick<T, K[number]>;
}
