/** These keys of an object and no others, in this order: what else it has is not published. */
export function pick<T extends object, const K extends readonly (keyof T)[]>(
  from: T,
  ...keys: K
): Pick<T, K[number]> {
  const picked: Partial<T> = {};
  for (const key of keys) picked[key] = from[key];
  return picked as Pick<T, K[number]>;
}
