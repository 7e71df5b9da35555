/**
 * A function that keeps what it last made of an object. For objects that never change but are replaced: only what is new is
 * worked out again, and what nobody holds any longer is forgotten.
 *
 * @param make has no effect, and nothing counts for it but its arguments
 */
export function remembered<K extends object, A extends readonly unknown[], V>(
  make: (object: K, ...rest: A) => V,
): (object: K, ...rest: A) => V {
  const kept = new WeakMap<K, { readonly rest: A; readonly made: V }>();
  return (object, ...rest) => {
    const before = kept.get(object);
    if (before && areSame(before.rest, rest)) return before.made;
    const made = make(object, ...rest);
    kept.set(object, { rest, made });
    return made;
  };
}

/** By a loop, since figures of ten thousand deals ask a hundred thousand times. */
function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (!Object.is(some[at], others[at])) return false;
  return true;
}

/** The same for names of which there are few. */
export function rememberedByName<V, N extends string = string>(make: (name: N) => V): (name: N) => V {
  const kept = new Map<N, { readonly made: V }>();
  return name => {
    const before = kept.get(name) ?? { made: make(name) };
    kept.set(name, before);
    return before.made;
  };
}
