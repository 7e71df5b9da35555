/** Can be called, made and asked for any property, each of which is like it; but for those that are given. */
export function anything(given: Record<PropertyKey, unknown> = {}): unknown {
  const known = new Map<PropertyKey, unknown>([
    ...Object.entries(given),
    ['then', undefined],
    ['prototype', {}],
    [Symbol.toPrimitive, () => ''],
    [Symbol.iterator, () => [].values()],
  ]);
  const get = (_: unknown, key: PropertyKey): unknown => {
    if (!known.has(key)) known.set(key, anything());
    return known.get(key);
  };
  return new Proxy(class {}, {
    get,
    set: () => true,
    apply: () => anything(),
    construct: () => anything() as object,
  });
}
